using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Instances;
using Xunit;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>A push source that listens, begun again after it throws, as the hub does.</summary>
internal sealed class PushRun : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stop;
    private readonly Task running;

    private PushRun(IPushSource source, IIntake intake, CancellationToken token)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        running = RunAsync(source, intake);
    }

    /// <summary>What it threw, each time it was begun.</summary>
    public List<Exception> Thrown { get; } = [];

    public static PushRun Start(PluginInstance instance, IIntake intake, CancellationToken token)
    {
        Assert.True(instance.Push is not null, "The plugin registers no IPushSource under these options. Register one, or inherit the class for what it is.");
        return new(instance.Push!, intake, token);
    }

    /// <summary>Sends a message until it is acknowledged, as every sender does; fails the test when it never is.</summary>
    public static async Task UntilAcknowledgedAsync(FakeSender sender, int message, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Longest);
        try
        {
            while (!await sender.SendAsync(message, patience.Token))
                await Task.Delay(20, patience.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            Assert.Fail($"Message {message} ('{sender.RecordIds[message]}') was sent again and again for {Longest.TotalSeconds} seconds and never acknowledged, though the journal stores.");
        }
    }

    /// <summary>Asks it to stop, and fails the test when it does not soon.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Soon.EndsAsync(running, "Listening");
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAny(running, Task.Delay(Longest));
        stop.Dispose();
    }

    private async Task RunAsync(IPushSource source, IIntake intake)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await source.RunAsync(intake, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Thrown.Add(e);
            }

            await Task.WhenAny(Task.Delay(50, stop.Token));
        }
    }
}
