using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>A reply of MAGDA, as the adapter hands it on: the service's name and the INSZ that was asked beside the bytes.</summary>
internal sealed class ReplyTarget(string name, int share, IReadOnlyList<Sample> corpus) : Target(name, Shape.Xml, share, corpus)
{
    public override Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        var asked = Path.GetFileNameWithoutExtension(sample.Name) is { Length: 11 } digits ? digits : "88631402204";
        var record = new SourceRecord
        {
            Id = $"{sample.Kind}/{asked}", IdIsPersonal = true, Kind = sample.Kind, Raw = input, Properties = new Dictionary<string, string> { ["insz"] = asked },
        };
        return hub.Source("magda").Intake.AcceptAsync(new SourceBatch { Records = [record] }, token);
    }
}
