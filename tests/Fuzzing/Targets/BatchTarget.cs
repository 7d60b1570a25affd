using System.Runtime.Serialization;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Host.Bus;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>A message on the bus: read as far as the detector needs it, or refused as what the hub never wrote.</summary>
internal sealed class BatchTarget(string name, int share, IReadOnlyList<Sample> corpus) : Target(name, Shape.Json, share, corpus)
{
    public override Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        try
        {
            var batch = CloudEventsBatch.Read(input);
            CloudEventsBatch.CitizensOf(batch);
            CloudEventsBatch.CountOf(batch);
            hub.Witness.Count(1, 0);
        }
        catch (SerializationException refusal)
        {
            hub.Witness.Look("the reason why a message is refused", refusal.Message);
            hub.Witness.Count(0, 1);
        }

        return Task.CompletedTask;
    }
}
