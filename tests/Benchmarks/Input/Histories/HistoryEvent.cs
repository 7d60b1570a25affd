namespace IntegrationHub.Benchmarks.Input.Histories;

/// <summary>One record of a history, small enough to keep a million of them.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="KnownWeek">The week, counted from the first, in which its source gives it.</param>
/// <param name="Day">The day, counted from the first, on which it happened.</param>
/// <param name="Citizen">Number of the citizen.</param>
/// <param name="Number">Which job, right, stay or file of hers; of a household how many belong to it.</param>
/// <param name="Version">Version of the record, from 1.</param>
internal readonly record struct HistoryEvent(HistoryKind Kind, short KnownWeek, short Day, int Citizen, byte Number, byte Version);
