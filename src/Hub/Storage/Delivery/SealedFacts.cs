using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Facts with their encrypted column, opened only for those that hold.</summary>
internal sealed class SealedFacts(Session session, Names names, Vault vault)
{
    /// <summary>The facts of a citizen that hold and may be opened, opened.</summary>
    public async Task<List<OpenedFact>> HoldingAsync(CitizenRef citizen, Func<Fact, bool> mayOpen)
    {
        var merged = await session.QueryAsync(
            "SELECT merged_into FROM citizens WHERE ref = @citizen AND merged_into IS NOT NULL", static reader => reader.Citizen(0), ("citizen", citizen));
        var whose = merged.Count > 0 ? merged[0] : citizen;
        var rows = await ReadAsync([whose.Value]);
        var people = rows.ToDictionary(row => (object)row.Fact, ReferenceEqualityComparer.Instance);
        return [.. Timeline.Of(whose, rows.Select(row => row.Fact)).Own.Where(mayOpen).Select(fact => new OpenedFact(fact, Open(people[fact])))];
    }

    /// <summary>Every version of every fact of these citizens.</summary>
    public async Task<List<SealedRow>> ReadAsync(Guid[] citizens)
    {
        var contracts = await names.ContractNamesAsync(session);
        return await session.QueryAsync(
            $"SELECT contract, clear, sealed, key_id FROM facts WHERE {session.In("citizen", "citizens")} AND NOT left_out",
            reader => new SealedRow(
                FactContract.Deserialize(contracts[reader.GetInt16(0)], reader.Bytes(1)), reader.IsDBNull(2) ? null : reader.Bytes(2), reader.TextOrNull(3)),
            ("citizens", citizens));
    }

    public ReadOnlyMemory<byte> Open(SealedRow row) => row.Sealed is null ? ReadOnlyMemory<byte>.Empty : vault.Open(row.KeyId!, row.Sealed);
}
