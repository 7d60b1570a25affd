namespace IntegrationHub.Host.Trial;

/// <summary>What became of the rows that were tried.</summary>
/// <param name="Rows">How many were tried.</param>
/// <param name="Accepted">How many became contracts.</param>
/// <param name="LeftOut">How many hold nothing for the hub: a <c>where</c> leaves them out, or no condition of a fact holds.</param>
/// <param name="Rejected">How many would go to quarantine.</param>
/// <param name="IsAll">Whether the source was read to its end.</param>
/// <param name="Contracts">How many of each contract came out.</param>
/// <param name="Reasons">Why rows were rejected, the most frequent first.</param>
internal sealed record TrialSummary(
    int Rows, int Accepted, int LeftOut, int Rejected, bool IsAll, IReadOnlyDictionary<string, int> Contracts, IReadOnlyList<TrialReason> Reasons);
