using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Loading;
using Xunit;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>One run of a pull source, as the hub does it: a page is stored before the next is asked.</summary>
internal static class PullRun
{
    private const int MostPages = 100_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Runs from what the journal holds to the end.</summary>
    /// <param name="instance">Of which plugin.</param>
    /// <param name="journal">Where pages go.</param>
    /// <param name="before">What happens before a page is stored; what it throws ends the run and comes out.</param>
    /// <param name="token">Cancels.</param>
    public static async Task ToEndAsync(PluginInstance instance, Journal journal, Func<Task>? before, CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(Longest);
        try
        {
            await foreach (var page in Pull(instance).PullAsync(journal.Checkpoint, limit.Token).WithCancellation(limit.Token))
            {
                if (before is not null)
                    await before();
                journal.Store(page);
                if (journal.Pages.Count > MostPages)
                    Assert.Fail($"The run goes on after {MostPages} pages. It has to end when there is nothing new.");
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !token.IsCancellationRequested)
        {
            Assert.Fail($"The run did not end within {Longest.TotalSeconds} seconds. It has to end when there is nothing new.");
        }
        catch (Exception e) when (e is not SimulatedFailure and not OperationCanceledException and not Xunit.Sdk.IAssertionException)
        {
            Assert.Fail($"The run ended with {Thrown.Describe(e)}, though the source was well.\n{e.StackTrace}");
        }
    }

    public static IPullSource Pull(PluginInstance instance)
    {
        Assert.True(instance.Pull is not null, "The plugin registers no IPullSource. Register one, or inherit the class for what it is.");
        return instance.Pull!;
    }
}
