using IntegrationHub.Plugins.Checking.Trial;
using IntegrationHub.Plugins.Instances;
using Xunit;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>What a connection check must say of a system that is there, and of one that is not.</summary>
internal static class CheckTests
{
    // As long as the hub waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task SeesAsync(PluginInstance instance)
    {
        if (!(await RunAsync(instance)).IsReachable)
            Assert.Fail("The connection check says that the fake system, which is there, cannot be reached.");
    }

    /// <returns>What it said.</returns>
    public static async Task<string> MissesAsync(PluginInstance instance)
    {
        var result = await RunAsync(instance);
        if (result.IsReachable)
            Assert.Fail("The connection check says that the system is reached, though it is away. Try what a run would need.");
        return result.Detail;
    }

    private static async Task<Sdk.CheckResult> RunAsync(PluginInstance instance)
    {
        var trial = await CheckTrial.RunAsync(instance, Patience);
        if (trial.Problems.Count > 0)
            Assert.Fail(string.Join('\n', trial.Problems));
        return trial.Result!;
    }
}
