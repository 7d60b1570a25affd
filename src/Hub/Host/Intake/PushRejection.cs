namespace IntegrationHub.Host.Intake;

/// <summary>Why a record of a push rests in quarantine. The record is told by its place in the push, from 0.</summary>
internal sealed record PushRejection(int Record, string Field, string Expected, string ToDo, string? Code);
