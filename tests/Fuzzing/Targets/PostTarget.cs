using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>What is posted to a source: cut by the adapter and taken in by the hub.</summary>
internal sealed class PostTarget(string name, Shape shape, int share, IReadOnlyList<Sample> corpus) : Target(name, shape, share, corpus)
{
    public override async Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        var hospital = hub.Source("hospital");
        await hospital.Intake.AcceptAsync(new SourceBatch { Records = hospital.Instance.PayloadReader!.Read(sample.Kind, input) }, token);
    }
}
