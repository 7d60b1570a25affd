using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Storage.Operations;

/// <summary>The caseload on either database, read from the journal.</summary>
internal sealed class CaseloadStore(HubDatabase database, Names names, Vault vault) : ICaseloadStore
{
    // The condition is the index's: contract 1 is support-file-opened since the first migration.
    private const string WithAFile = "SELECT DISTINCT citizen FROM facts WHERE contract = 1 AND citizen > @after AND sealed IS NOT NULL AND NOT left_out ORDER BY citizen LIMIT @max";

    public Task<IReadOnlyList<CaseloadRow>> PageAsync(CitizenRef? after, int max, DateTimeOffset now, CancellationToken token) => database.ReadAsync<IReadOnlyList<CaseloadRow>>(
        async session =>
        {
            var citizens = await session.QueryAsync(WithAFile, static reader => reader.Citizen(0), ("after", after ?? default), ("max", max));
            var facts = new SealedFacts(session, names, vault);
            var rows = (await facts.ReadAsync([.. citizens.Select(citizen => citizen.Value)])).ToLookup(row => row.Fact.Citizen);
            return [.. citizens.Select(citizen => Row(citizen, rows[citizen], facts, now))];
        },
        token);

    /// <summary>The INSZ of the latest fact: after a replacement that is the new one. The fact that tells of the replacement carries the old one.</summary>
    private static CaseloadRow Row(CitizenRef citizen, IEnumerable<SealedRow> rows, SealedFacts facts, DateTimeOffset now)
    {
        var latest = rows.Where(row => row.Sealed is not null && row.Fact is not CitizenIdentityReplaced).MaxBy(row => row.Fact.KnownAt)!;
        return new CaseloadRow(citizen, facts.Open(latest), Timeline.Of(citizen, rows.Select(row => row.Fact)).OpenFiles(now).Any());
    }
}
