using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Intake;

/// <summary>What one run met, page by page, and how it is told at its end.</summary>
internal sealed class RunFindings(string source)
{
    private const int MostTold = 5;
    private readonly List<string> refusedFiles = [];
    private readonly List<string> losses = [];

    public IntakeCounts Counts { get; private set; } = IntakeCounts.None;

    public void Add(PageResult page)
    {
        Counts += page.Counts;
        refusedFiles.AddRange(page.RefusedFiles);
        if (page.Loss is { } loss)
            losses.Add(Describe(source, loss));
    }

    /// <summary>The result of a run that came to its end.</summary>
    /// <param name="nothing">What to say when the source holds nothing and never did; null when it did.</param>
    public RunResult Result(string? nothing)
    {
        if (refusedFiles.Count > 0)
            return new RunResult("refused", Told([.. refusedFiles, .. losses]), null, Counts);
        return nothing is not null && Counts.Read == 0 ? new RunResult("nothing to read", nothing, null, Counts) : new RunResult("done", Told(losses), null, Counts);
    }

    /// <summary>What an export lost, and what came of it.</summary>
    public static string Describe(string source, SnapshotLoss loss)
    {
        var (gone, they) = (loss.Gone == 1 ? "is" : "are", loss.Gone == 1 ? "it" : "they");
        var lost = $"{Number.Of(loss.Gone, "record")} of {loss.Known} {gone} gone from the complete export '{loss.Scope}'";
        return loss.IsHeld
            ? $"{lost}, more than may go unasked (limits.largestLoss): nothing is withdrawn. Export it again when that is wrong; when it is right: hub sources run {source} --accept-loss --config DIR."
            : $"{lost}: what {they} told is withdrawn.";
    }

    private static string? Told(List<string> sentences) =>
        sentences.Count == 0 ? null : string.Join(" ", sentences.Take(MostTold)) + (sentences.Count > MostTold ? $" And {sentences.Count - MostTold} more." : "");
}
