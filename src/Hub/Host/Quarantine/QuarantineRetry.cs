using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Quarantine;

/// <summary>Takes what rests in quarantine through the intake again, in the order in which it came, a few hundred at once. What still cannot be read keeps its place, with its reasons of now.</summary>
internal sealed class QuarantineRetry(IQuarantineStore store, Func<string, Source?> sources, TimeProvider time)
{
    private const int PageSize = 200;

    /// <summary>Bytes of content to hold at once.</summary>
    private const int MostAtOnce = 4 * 1024 * 1024;

    public async Task<RetryResult> RunAsync(QuarantineFilter filter, Action<long, long> progress, CancellationToken token)
    {
        var result = new RetryResult();
        var (count, last) = await store.CountAsync(filter, token);
        long after = 0, done = 0;
        while (await store.PageAsync(filter, after, last, PageSize, token) is { Count: > 0 } page)
        {
            after = page[^1].Id;
            result.Facts += await store.ReinstateAsync([.. page.Where(entry => entry.IsFact).Select(entry => entry.Id)], time.GetUtcNow(), token);
            foreach (var ofSource in page.Where(entry => !entry.IsFact).GroupBy(entry => entry.Source))
                await RecordsAsync(ofSource.Key, ofSource, result, token);
            done += page.Count;
            progress(done, count);
        }

        return result;
    }

    private async Task RecordsAsync(string id, IEnumerable<QuarantineEntry> entries, RetryResult result, CancellationToken token)
    {
        if (sources(id) is not { } source)
        {
            result.WithoutSource[id] = result.WithoutSource.GetValueOrDefault(id) + entries.Count();
            return;
        }

        var together = new List<SourceRecord>();
        Snapshot? export = null;
        var bytes = 0L;
        foreach (var entry in entries)
        {
            if (await OpenAsync(entry.Id, token) is not { } one)
                continue;
            // Records of one export go in as pages of it; the export that counts now is another, and stays what it is.
            if (together.Count > 0 && (one.Snapshot != export || bytes + one.Records[0].Raw.Length > MostAtOnce))
                await AcceptAsync();
            export = one.Snapshot;
            together.Add(one.Records[0]);
            bytes += one.Records[0].Raw.Length;
        }

        if (together.Count > 0)
            await AcceptAsync();

        async Task AcceptAsync()
        {
            foreach (var outcome in await source.Intake.RetryAsync(new SourceBatch { Records = [.. together], Snapshot = export }, token))
                result.Count(outcome.Kind);
            together.Clear();
            bytes = 0;
        }
    }

    /// <summary>A page of the one record; null when it left quarantine in between, by a push or another retry.</summary>
    private async Task<SourceBatch?> OpenAsync(long entry, CancellationToken token)
    {
        try
        {
            return SealedRecord.Read(await store.OpenAsync(entry, token));
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }
}
