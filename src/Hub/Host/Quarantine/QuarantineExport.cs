using System.Text.Json;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Quarantine;

/// <summary>Writes what rests in quarantine, opened, to a file: a line of JSON for each. The audit log tells of each before it is written.</summary>
internal sealed class QuarantineExport(IHubStore store, TimeProvider time)
{
    private const int PageSize = 200;

    /// <summary>Returns how many.</summary>
    public async Task<long> RunAsync(QuarantineFilter filter, string actor, Stream to, Action<long, long> progress, CancellationToken token)
    {
        var (count, last) = await store.Quarantine.CountAsync(filter, token);
        long after = 0, written = 0;
        while (await store.Quarantine.PageAsync(filter, after, last, PageSize, token) is { Count: > 0 } page)
        {
            after = page[^1].Id;
            foreach (var entry in page)
            {
                await store.Audit.AddAsync(new AuditEntry { At = time.GetUtcNow(), Kind = AuditKinds.QuarantineExported, Actor = actor, Source = entry.Source, Detail = $"Entry {entry.Id}, {entry.Reason}" }, token);
                if (await WriteAsync(entry, to, token))
                    written++;
            }

            progress(written, count);
        }

        return written;
    }

    private async Task<bool> WriteAsync(QuarantineEntry entry, Stream to, CancellationToken token)
    {
        try
        {
            var content = await store.Quarantine.OpenAsync(entry.Id, token);
            await JsonSerializer.SerializeAsync(to, QuarantineContent.Open(entry, content), JsonSerializerOptions.Web, token);
            await to.WriteAsync("\n"u8.ToArray(), token);
            return true;
        }
        catch (KeyNotFoundException)
        {
            // It was accepted in between.
            return false;
        }
    }
}
