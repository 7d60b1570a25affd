namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>What came of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Injected">The faults that struck work in progress.</param>
/// <param name="Reckoning">What is there in the end.</param>
/// <param name="Took">How long all of it took.</param>
/// <param name="Settling">From the last fault until everything was done.</param>
/// <param name="EndedByItself">Hubs that ended without having been killed.</param>
/// <param name="Backlog">What partners still had to hand over.</param>
internal sealed record ChaosOutcome(
    ChaosPlan Plan, IReadOnlyList<FaultKind> Injected, Reckoning Reckoning, TimeSpan Took, TimeSpan Settling, IReadOnlyList<string> EndedByItself, string Backlog)
{
    public bool IsRight => Reckoning.Mistakes.Count == 0;

    public override string ToString() =>
        $"""
        {Plan}
        injected {Injected.Count} of {Plan.Faults.Count}, {Reckoning.Records} records, {Reckoning.Moments} moments, {Reckoning.SentAgain} signals sent more than once; {Took.TotalSeconds:0} s, of which {Settling.TotalSeconds:0} s after the last fault
        {(IsRight ? "all of it is right" : string.Join('\n', Reckoning.Mistakes.Take(30)) + $"\nnot handed over: {Backlog}")}
        {(EndedByItself.Count == 0 ? "" : $"{EndedByItself.Count} times a hub ended by itself, first: {EndedByItself[0]}")}
        """;
}
