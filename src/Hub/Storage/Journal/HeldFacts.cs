using System.Data.Common;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Journal;

/// <summary>What known records hold, read back from the journal: only for records that have a new version or vanished, so nothing else pays for it.</summary>
internal sealed class HeldFacts(Session session, Names names, string source)
{
    /// <summary>The facts of the latest version of each record.</summary>
    public async Task<ILookup<string, Fact>> LoadAsync(IReadOnlyList<KnownRecord> records)
    {
        var citizens = await FollowAsync(records.SelectMany(record => CitizenRefs.Unpack(record.Citizens)).Distinct().ToArray());
        if (citizens.Length == 0)
            return Enumerable.Empty<Fact>().ToLookup(fact => fact.RecordId);
        var contracts = await names.ContractNamesAsync(session);
        var revisions = records.ToDictionary(record => record.RecordId, record => record.Revision, StringComparer.Ordinal);
        var facts = await session.QueryAsync(
            $"SELECT record_id, revision, contract, clear FROM facts WHERE {session.In("citizen", "citizens")}",
            reader => Read(reader, revisions, contracts),
            ("citizens", citizens));
        return facts.OfType<Fact>().Where(fact => fact.Source == source && fact is not FactWithdrawn).ToLookup(fact => fact.RecordId);
    }

    private async Task<Guid[]> FollowAsync(Guid[] citizens)
    {
        if (citizens.Length == 0)
            return citizens;
        var merged = await session.QueryAsync(
            $"SELECT ref, merged_into FROM citizens WHERE {session.In("ref", "refs")} AND merged_into IS NOT NULL",
            static reader => (Ref: reader.GetGuid(0), Into: reader.GetGuid(1)),
            ("refs", citizens));
        return merged.Count == 0 ? citizens : [.. citizens.Except(merged.Select(one => one.Ref)).Union(merged.Select(one => one.Into))];
    }

    /// <summary>Null for a fact of another record, or of an earlier version.</summary>
    private static Fact? Read(DbDataReader reader, Dictionary<string, int> revisions, IReadOnlyDictionary<short, string> contracts) =>
        revisions.TryGetValue(reader.GetString(0), out var revision) && revision == reader.GetInt32(1)
            ? FactContract.Deserialize(contracts[reader.GetInt16(2)], reader.Bytes(3))
            : null;
}
