using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Adapters.Conformance.Running;
using IntegrationHub.Plugins.Checking;
using IntegrationHub.Plugins.Loading;
using Xunit;

namespace IntegrationHub.Adapters.Conformance;

/// <summary>What a destination must show whose tool can say no to one signal for good.</summary>
public abstract class RefusingDestinationConformance : DestinationConformance
{
    /// <inheritdoc/>
    protected RefusingDestinationConformance(string project)
        : base(project)
    {
    }

    /// <inheritdoc/>
    protected RefusingDestinationConformance(PluginFolder plugin)
        : base(plugin)
    {
    }

    /// <summary>Starts a fake of the tool.</summary>
    protected abstract Task<RefusingTool> StartRefusingToolAsync();

    /// <inheritdoc/>
    protected sealed override async Task<FakeTool> StartToolAsync() => await StartRefusingToolAsync();

    /// <summary>A refusal is a result, told to the administrator; trying again would not help.</summary>
    [Fact]
    public async Task A_refusal_is_a_result_and_not_an_outage()
    {
        var (stage, shown) = (await StageAsync(), new Shown());
        var instance = await stage.StartAsync();
        await ((RefusingTool)stage.Fake).RefuseAsync();
        try
        {
            var result = await DeliverAsync(instance, Signals.Full(), Token);
            Assert.False(result.IsDelivered, "A signal that the tool refused counts as delivered.");
            Assert.False(string.IsNullOrWhiteSpace(result.Detail), "A refusal gives no reason. Say in its detail why, such as the status that the tool answered.");
            shown.Look("The detail of a refusal", result.Detail);
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException and not OperationCanceledException)
        {
            Assert.Fail($"A refusal by the tool is thrown as {Thrown.Describe(e)}: the hub would try again in vain. Return DeliveryResult.Refused.");
        }

        shown.WasGiven();
        shown.LookAt(stage.Logs);
        shown.FindsNothing();
    }
}
