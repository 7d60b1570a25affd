using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Input.Histories;

namespace IntegrationHub.Benchmarks.Backtest;

/// <summary>A configuration folder whose sources told the history.</summary>
internal static class HistoryFolder
{
    /// <summary>Adds the sources and a tool, and writes it. Nothing runs them: what they told is in the store.</summary>
    public static HubFolder Write(HubFolder folder)
    {
        foreach (var source in Enum.GetValues<HistoryKind>().Select(HistoryFacts.SourceOf).Distinct())
            folder.WithSource(source, "ocmw", new() { ["folder"] = "exports", ["partner"] = HubFolder.Ocmw });
        return folder.WithDestination("screen", "console", []).Write();
    }
}
