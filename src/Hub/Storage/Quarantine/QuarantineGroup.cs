namespace IntegrationHub.Storage.Quarantine;

/// <summary>What rests in quarantine for one reason, rejected by one version of an adapter.</summary>
/// <param name="Reason">The place and code of the first reason, without the line.</param>
/// <param name="AdapterVersion">Of the adapter that rejected it; empty where the detection failed.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">When the first came.</param>
/// <param name="Newest">When the last came.</param>
/// <param name="Sources">How many of each source.</param>
/// <param name="Latest">The last of them, as an example.</param>
public sealed record QuarantineGroup(
    string Reason, string AdapterVersion, long Count, DateTimeOffset Oldest, DateTimeOffset Newest, IReadOnlyDictionary<string, long> Sources, QuarantineEntry Latest);
