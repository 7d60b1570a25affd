namespace IntegrationHub.Storage.Events;

/// <summary>Something that happened in the hub.</summary>
/// <param name="Code">The kind of moment that it is about.</param>
/// <param name="Content">A contract of an event.</param>
internal sealed record HubEvent(string Code, object Content);
