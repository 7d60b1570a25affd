using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>One page of a query, read.</summary>
/// <param name="Records">What it holds for us.</param>
/// <param name="Count">How many rows it holds, ours or not.</param>
/// <param name="LastKeys">The keys of its last row; null when it holds none.</param>
/// <param name="Unreadable">How many of them may be any record.</param>
/// <param name="IsCutShort">Whether it ends before its number of rows, for its size.</param>
/// <param name="EndsPersonal">Whether the id of its last row may name a person.</param>
internal sealed record SqlPage(IReadOnlyList<SourceRecord> Records, int Count, IReadOnlyList<string>? LastKeys, int Unreadable, bool IsCutShort, bool EndsPersonal);
