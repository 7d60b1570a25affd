using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins.Checking;

/// <summary>Everything of the conformance kit that needs nothing but the plugin itself; what <c>hub adapters check</c> runs.</summary>
public static class PluginCheck
{
    private const int Spoilt = 200;

    /// <summary>Runs it all. A plugin that does not load is asked nothing further.</summary>
    public static async Task<IReadOnlyList<Finding>> RunAsync(PluginFolder folder, CancellationToken token)
    {
        var findings = new List<Finding> { FolderChecks.Manifest(folder) };
        if (findings[0].Verdict == Verdict.Holds)
            findings.Add(FolderChecks.Loads(folder));
        if (folder.Plugin.State != PluginState.Loaded)
            return findings;

        findings.Add(FolderChecks.SchemaIsCurrent(folder));
        findings.Add(await RunningChecks.SampleAsync(folder));
        findings.Add(await FolderChecks.ReadmeAsync(folder));
        if (findings.Exists(finding => finding is { Verdict: not Verdict.Holds, Property: RunningChecks.SampleProperty }))
            return findings;

        findings.Add(await RunningChecks.StartsAndStopsAsync(folder));
        findings.Add(await RunningChecks.ConnectionCheckEndsAsync(folder));
        if (folder.Plugin.Manifest!.Provides.Contains(PluginRole.Source))
        {
            findings.Add(await NormaliserChecks.TestCasesAsync(folder, token));
            // Without test cases the other two would only say the same again.
            if (findings[^1].Verdict != Verdict.ToSupply)
            {
                findings.Add(await NormaliserChecks.IsPureAsync(folder, token));
                findings.Add(await NormaliserChecks.TakesAnyBytesAsync(folder, Spoilt, token));
            }
        }

        findings.Add(await WantedTests.OfAsync(folder));
        return findings;
    }
}
