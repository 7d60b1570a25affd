using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Ledger;

/// <summary>The ledger on either database.</summary>
internal sealed class LedgerStore(HubDatabase database) : ILedgerStore
{
    public Task<LedgerBook> ReadAsync(string? source, DateTimeOffset? since, DateTimeOffset unprocessedSince, CancellationToken token) => database.SnapshotAsync(
        async session =>
        {
            var from = since is { } given ? await LedgerReading.FromAsync(session, given) : (long?)null;
            return await new LedgerReading(session, source, from, Micros.Of(unprocessedSince)).ReadAsync();
        },
        token);
}
