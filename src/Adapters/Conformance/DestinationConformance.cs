using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Adapters.Conformance.Running;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Checking;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Plugins.Manifest;
using Xunit;

namespace IntegrationHub.Adapters.Conformance;

/// <summary>What every destination must show. A subclass supplies the fake tool; for a tool that can say no to a signal, inherit <see cref="RefusingDestinationConformance"/>.</summary>
public abstract class DestinationConformance : AdapterConformance
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    protected DestinationConformance(string project)
        : base(project)
    {
    }

    /// <inheritdoc/>
    protected DestinationConformance(PluginFolder plugin)
        : base(plugin)
    {
    }

    /// <summary>Starts a fake of the tool.</summary>
    protected abstract Task<FakeTool> StartToolAsync();

    /// <summary>Also one of which the gate hid all it may hide.</summary>
    [Fact]
    public async Task Every_signal_becomes_an_item()
    {
        var stage = await StageAsync();
        var instance = await stage.StartAsync();
        var items = 0;
        foreach (var signal in (SignalReady[])[Signals.Full(), Signals.Bare(), Signals.Updated(), Signals.Withdrawn(), Signals.WithdrawnWithoutGround()])
        {
            await DeliveredAsync(instance, signal);
            Assert.True(stage.Fake.Items == ++items, $"The tool shows {stage.Fake.Items} items after {items} signals were delivered.");
        }
    }

    /// <summary>By the same instance, and by another: the hub may have been killed before it noted the delivery.</summary>
    [Fact]
    public async Task The_same_signal_twice_makes_one_item()
    {
        var (stage, signal) = (await StageAsync(), Signals.Full());
        var instance = await stage.StartAsync();
        await DeliveredAsync(instance, signal);
        await DeliveredAsync(instance, signal);
        Assert.True(stage.Fake.Items == 1, $"The tool shows {stage.Fake.Items} items after one signal was delivered twice. Send DeliveryId along, so that the tool knows it, or look first.");
        await DeliveredAsync(await stage.StartAsync(), signal);
        Assert.True(stage.Fake.Items == 1, $"The tool shows {stage.Fake.Items} items after one signal was delivered again by a hub that was restarted. What was delivered has to be told from the tool's side.");
    }

    /// <summary>The tool is away: an exception, so that the hub tries again; never a refusal, and never final.</summary>
    [Fact]
    public async Task An_outage_is_thrown_and_not_a_refusal()
    {
        var stage = await StageAsync();
        var instance = await stage.StartAsync();
        await stage.Fake.GoAwayAsync();
        try
        {
            var result = await DeliverAsync(instance, Signals.Full(), Token);
            Assert.Fail(result.IsDelivered
                ? "A signal counts as delivered while the tool is away."
                : "A tool that is away counts as a refusal: the hub would not try again. Let the exception out, or throw RetryLaterException.");
        }
        catch (PermanentFailureException)
        {
            Assert.Fail("A tool that is away counts as a permanent failure: the hub would not try again. Let the exception out, or throw RetryLaterException.");
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
        {
            Assert.True(stage.Fake.Items == 0, "The tool shows an item though the delivery failed.");
        }
    }

    /// <summary>The tool takes the signal and does not answer.</summary>
    [Fact]
    public async Task It_stops_within_five_seconds_when_cancelled()
    {
        var stage = await StageAsync();
        var instance = await stage.StartAsync();
        await stage.Fake.StallAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var delivering = DeliverAsync(instance, Signals.Full(), stop.Token);
        await stop.CancelAsync();
        await Soon.EndsAsync(delivering, "A delivery");
    }

    /// <summary>It is there.</summary>
    [Fact]
    public async Task The_connection_check_sees_the_tool() => await CheckTests.SeesAsync(await (await StageAsync()).StartAsync());

    /// <summary>It is away: a result in time, in the plugin's own words.</summary>
    [Fact]
    public async Task The_connection_check_fails_cleanly_when_the_tool_is_away()
    {
        var stage = await StageAsync();
        var instance = await stage.StartAsync();
        await stage.Fake.GoAwayAsync();
        await CheckTests.MissesAsync(instance);
    }

    /// <summary>Logs, messages of exceptions, details of results, with the tool there and away.</summary>
    [Fact]
    public async Task The_marked_citizen_shows_nowhere()
    {
        var (stage, shown) = (await StageAsync(), new Shown());
        var instance = await stage.StartAsync();
        await LookAtDeliveryAsync(instance, shown);
        await stage.Fake.GoAwayAsync();
        await LookAtDeliveryAsync(instance, shown);
        shown.WasGiven();
        shown.LookAt(stage.Logs);
        shown.FindsNothing();
    }

    private protected async Task<Stage<FakeTool>> StageAsync() => Stage(PluginRole.Destination, await StartToolAsync());

    private protected static Task<DeliveryResult> DeliverAsync(PluginInstance instance, SignalReady signal, CancellationToken token)
    {
        Assert.True(instance.Destination is not null, "The plugin registers no ISignalDestination. Register one.");
        return instance.Destination!.DeliverAsync(signal, token);
    }

    private protected static async Task LookAtDeliveryAsync(PluginInstance instance, Shown shown)
    {
        try
        {
            shown.Look("The detail of a delivery", (await DeliverAsync(instance, Signals.Full(), Token)).Detail);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            shown.LookAt(e);
        }
    }

    private static async Task DeliveredAsync(PluginInstance instance, SignalReady signal)
    {
        try
        {
            var result = await DeliverAsync(instance, signal, Token).WaitAsync(Longest, Token);
            Assert.True(result.IsDelivered, $"The tool, which is well, is said to refuse a signal: {result.Detail}");
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException and not OperationCanceledException)
        {
            Assert.Fail($"A delivery ended with {Thrown.Describe(e)}, though the tool was well.\n{e.StackTrace}");
        }
    }
}
