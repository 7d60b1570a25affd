namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>One fault of a plan.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Dice">What all chance in it comes from: how long, which hub.</param>
internal sealed record Fault(int Number, FaultKind Kind, int Dice)
{
    public override string ToString() => $"{Number} {Kind}";
}
