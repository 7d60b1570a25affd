using IntegrationHub.Plugins.Checking;
using Xunit;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>Waits no longer than a hub that stops would.</summary>
internal static class Soon
{
    /// <summary>Waits for what was asked to stop; how it ends does not matter, only that it does.</summary>
    public static async Task EndsAsync(Task stopping, string what)
    {
        var first = await Task.WhenAny(stopping, Task.Delay(RunningChecks.Patience));
        if (first != stopping)
            Assert.Fail($"{what} was cancelled and goes on after {RunningChecks.Patience.TotalSeconds} seconds. Pass the token to everything that waits.");
    }
}
