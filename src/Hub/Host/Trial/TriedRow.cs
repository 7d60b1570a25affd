using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Trial;

/// <summary>One record beside what it became, or why not. It holds everything of a person: it is for her own IT team's screen, and <see cref="ToString"/> shows nothing.</summary>
internal sealed record TriedRow(
    int Number, string Kind, string? File, long? Line, IReadOnlyList<TriedCell> Cells, IReadOnlyList<TriedFact> Facts, IReadOnlyList<Rejection> Rejections)
{
    public bool IsRejected => Rejections.Count > 0;

    public override string ToString() => $"TriedRow({Number}, {Kind})";
}
