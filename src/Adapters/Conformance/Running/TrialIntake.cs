using System.Collections.Concurrent;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>The hub's one way in, for pushes: it stores when the test lets it, and remembers what.</summary>
/// <param name="before">What happens before a page is stored; what it throws is what the plugin gets. The journal then holds nothing of the page.</param>
internal sealed class TrialIntake(Func<CancellationToken, Task> before) : IIntake
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<SourceBatch> stored = new();

    /// <summary>Ends when the first page has come in.</summary>
    public Task Asked => asked.Task;

    public IReadOnlyCollection<SourceBatch> Stored => stored;

    public IReadOnlySet<string> Ids => stored.SelectMany(page => page.Records).Select(record => record.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a record came in with other bytes than before.</summary>
    public bool HeldTwoOf(string id) => stored.SelectMany(page => page.Records).Where(record => record.Id == id).Select(record => Convert.ToBase64String(record.Raw.Span)).Distinct().Count() > 1;

    public async Task<IReadOnlyList<RecordOutcome>> AcceptAsync(SourceBatch batch, CancellationToken token)
    {
        asked.TrySetResult();
        await before(token);
        stored.Enqueue(batch);
        return [.. batch.Records.Select(_ => RecordOutcome.Accepted)];
    }
}
