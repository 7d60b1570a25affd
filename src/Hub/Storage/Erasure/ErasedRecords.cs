using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Storage.Erasure;

/// <summary>
/// The row of a record of which something was erased stays, without whom it was erased of: while its source says the same, what was erased stays away, whatever the configuration names by then and however
/// often the record drops out of an export and returns.
/// </summary>
internal static class ErasedRecords
{
    /// <param name="session">The connection.</param>
    /// <param name="source">Of which source.</param>
    /// <param name="facts">Which versions of facts were erased, by record; without a key those that only lost a name. What a record does not say any more is no part of it.</param>
    /// <param name="refs">Of whom.</param>
    public static async Task LeaveAsync(Session session, string source, ILookup<string, (int Revision, string? Key)> facts, IReadOnlySet<Guid> refs)
    {
        var rows = await session.QueryAsync(
            $"SELECT source, record_id, citizens, erased, revision - CASE WHEN withdrawn THEN 1 ELSE 0 END FROM records WHERE source = (SELECT id FROM sources WHERE name = @source) AND {session.In("record_id", "ids")} ORDER BY record_id {session.ForUpdate}",
            static reader => (Source: reader.GetInt32(0), Record: reader.GetString(1), Citizens: CitizenRefs.Unpack(reader.Bytes(2)).ToList(), Erased: reader.TextOrNull(3), Revision: reader.GetInt32(4)),
            ("source", source),
            ("ids", facts.Select(group => group.Key).ToArray()));
        if (rows.Count == 0)
            return;
        await session.UpdateAsync(
            new Rows("records").Add("source", rows, row => row.Source).Add("record_id", rows, row => row.Record)
                .Add("citizens", rows, row => CitizenRefs.Pack([.. row.Citizens.Where(one => !refs.Contains(one))]))
                .Add("erased", rows, row =>
                {
                    var latest = facts[row.Record].Where(fact => fact.Revision == row.Revision).ToList();
                    return latest.Count == 0 ? row.Erased : KnownRecord.Erase(row.Erased, row.Citizens.Count > 0 && row.Citizens.TrueForAll(refs.Contains), latest.Select(fact => fact.Key).OfType<string>());
                }),
            keys: 2);
    }
}
