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
        var rows = await SelectAsync("citizen = coalesce((SELECT merged_into FROM citizens WHERE ref = @citizen), @citizen) AND NOT left_out", ("citizen", citizen.Value));
        var people = rows.ToDictionary(row => (object)row.Fact, ReferenceEqualityComparer.Instance);
        return [.. Timeline.Of(citizen, rows.Select(row => row.Fact)).Own.Where(mayOpen).Select(fact => new OpenedFact(fact, Open(people[fact])))];
    }

    /// <summary>Every version of every fact of these citizens that counts.</summary>
    public Task<List<SealedRow>> ReadAsync(Guid[] citizens) => SelectAsync($"{session.In("citizen", "citizens")} AND NOT left_out", ("citizens", citizens));

    /// <summary>As the other, with those that detection failed on.</summary>
    public Task<List<SealedRow>> ReadAllAsync(Guid[] citizens) => SelectAsync(session.In("citizen", "citizens"), ("citizens", citizens));

    public ReadOnlyMemory<byte> Open(SealedRow row) => row.Sealed is null ? ReadOnlyMemory<byte>.Empty : vault.Open(row.KeyId!, row.Sealed);

    private async Task<List<SealedRow>> SelectAsync(string whose, (string, object?) value)
    {
        var contracts = await names.ContractNamesAsync(session);
        return await session.QueryAsync(
            $"SELECT contract, clear, sealed, key_id FROM facts WHERE {whose}",
            reader => new SealedRow(
                FactContract.Deserialize(contracts[reader.GetInt16(0)], reader.Bytes(1)), reader.IsDBNull(2) ? null : reader.Bytes(2), reader.TextOrNull(3)),
            value);
    }
}
