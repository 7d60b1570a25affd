using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>A file in the folder of a source, read to its end by the adapter and taken in by the hub.</summary>
internal sealed class FolderTarget(string name, string source, Shape shape, int share, IReadOnlyList<Sample> corpus) : Target(name, shape, share, corpus)
{
    private static readonly DateTime LongAgo = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public override async Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        var file = Path.Combine(HubFiles.In(hub.Root, source), sample.Kind);
        await File.WriteAllBytesAsync(file, input, token);
        File.SetLastWriteTimeUtc(file, LongAgo);
        var found = hub.Source(source);
        try
        {
            await foreach (var page in found.Instance.Pull!.PullAsync(null, token))
                await found.Intake.AcceptPageAsync(page, token);
        }
        catch (Exception refusal) when (refusal is PermanentFailureException or RetryLaterException)
        {
            hub.Witness.Look("the reason of a run", refusal.Message);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
