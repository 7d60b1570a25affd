using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>A sample of somebody's data, of which <c>hub adapters guess</c> proposes a mapping or says why it cannot.</summary>
internal sealed class GuessTarget(string name, int share, IReadOnlyList<Sample> corpus) : Target(name, Shape.Text, share, corpus)
{
    public override async Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        var file = Path.Combine(hub.Root, sample.Kind);
        await File.WriteAllBytesAsync(file, input, token);
        try
        {
            (await ((ISourceProposal)hub.Services.Plugins.Find("mapped")!.Adapter!).ProposeAsync(file, null, token)).ShouldNotBeEmpty();
            hub.Witness.Count(1, 0);
        }
        catch (PermanentFailureException refusal)
        {
            hub.Witness.Look("why nothing is proposed", refusal.Message);
            hub.Witness.Count(0, 1);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
