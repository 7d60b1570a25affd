using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Ledger;

namespace IntegrationHub.Storage.Erasure;

/// <summary>
/// What nothing leads to any more when facts and signals went: moments whose fact is gone, and references of people of whom nothing is left. It is looked for without the guard, some rows at a time, for of
/// many almost none is such; what is found is looked at again, alone, before it goes.
/// </summary>
internal sealed class Leftovers(Session session)
{
    /// <summary>Of a moment that is in no signal and not open: neither she nor who lives with her has its fact. Where one has, the moment would be found anew.</summary>
    private const string IsWithoutFact =
        """
        NOT EXISTS (SELECT 1 FROM facts f JOIN batches b ON b.id = f.batch_id
            WHERE f.citizen = moments.citizen AND f.record_id = moments.record_id AND f.fact_key = moments.fact_key AND b.source = moments.source)
        AND NOT EXISTS (SELECT 1 FROM fact_members h JOIN fact_members o ON o.batch_id = h.batch_id AND o.ordinal = h.ordinal JOIN facts f ON f.citizen = o.citizen JOIN batches b ON b.id = f.batch_id
            WHERE h.citizen = moments.citizen AND f.record_id = moments.record_id AND f.fact_key = moments.fact_key AND b.source = moments.source)
        """;
    private const string IsOver = "moments.signal_id IS NULL AND (moments.withdrawn_at IS NOT NULL OR moments.outcome = 'history' OR moments.expires_at < @now)";

    /// <summary>Under none of her references: whoever was two is one, with an alias.</summary>
    private static readonly string IsNobody = string.Join(" AND ", new[] { "facts", "fact_members", "moments" }.SelectMany(table => new[]
    {
        $"NOT EXISTS (SELECT 1 FROM {table} t WHERE t.citizen = c.ref)",
        $"NOT EXISTS (SELECT 1 FROM citizens a JOIN {table} t ON t.citizen = a.ref WHERE a.merged_into = c.ref)",
    }));

    /// <summary>The rows first and alone: planned as one, PostgreSQL reads whole tables for each page.</summary>
    public Task<List<(Guid Id, bool IsLeft)>> NextMomentsAsync(Guid after, long now, int max) => session.QueryAsync(
        $"SELECT id, {IsWithoutFact} FROM (SELECT id, citizen, source, record_id, fact_key FROM moments WHERE id > @after AND {IsOver} ORDER BY id LIMIT @max) AS moments ORDER BY id",
        static reader => (reader.GetGuid(0), reader.GetBoolean(1)),
        ("after", after),
        ("now", now),
        ("max", max));

    public async Task<int> EraseMomentsAsync(Guid[] moments, long now)
    {
        (string, object?)[] values = [("ids", moments), ("now", now)];
        await session.QueryAsync(
            $"SELECT ref FROM citizens WHERE ref IN (SELECT citizen FROM moments WHERE {session.In("id", "ids")}) ORDER BY ref {session.ForUpdate}", static reader => reader.GetGuid(0), ("ids", moments));
        var sources = await session.QueryAsync(
            $"DELETE FROM moments WHERE {session.In("id", "ids")} AND {IsOver} AND {IsWithoutFact} RETURNING source", static reader => reader.GetString(0), values);
        await MomentCounts.GoneAsync(session, sources);
        return sources.Count;
    }

    /// <summary>As with moments.</summary>
    public Task<List<(Guid Ref, bool IsLeft)>> NextCitizensAsync(Guid after, int max) => session.QueryAsync(
        $"SELECT c.ref, {IsNobody} FROM (SELECT ref FROM citizens WHERE ref > @after AND merged_into IS NULL ORDER BY ref LIMIT @max) AS c ORDER BY c.ref",
        static reader => (reader.GetGuid(0), reader.GetBoolean(1)),
        ("after", after),
        ("max", max));

    public async Task<int> ForgetAsync(Guid[] citizens)
    {
        var references = await session.QueryAsync(
            $"SELECT ref, coalesce(merged_into, ref) FROM citizens WHERE ({session.In("ref", "refs")} OR {session.In("merged_into", "refs")}) ORDER BY ref {session.ForUpdate}",
            static reader => (Ref: reader.GetGuid(0), Citizen: reader.GetGuid(1)),
            ("refs", citizens));
        var nobody = (await session.QueryAsync($"SELECT c.ref FROM citizens c WHERE {session.In("c.ref", "refs")} AND {IsNobody}", static reader => reader.GetGuid(0), ("refs", citizens))).ToHashSet();
        if (nobody.Count == 0)
            return 0;
        var named = await NamedInQuarantineAsync();
        nobody.ExceptWith(references.Where(one => named.Contains(one.Ref)).Select(one => one.Citizen));
        if (nobody.Count > 0)
            await CitizenErasure.ForgetAsync(session, [.. references.Where(one => nobody.Contains(one.Citizen)).Select(one => one.Ref)]);
        return nobody.Count;
    }

    /// <summary>
    /// A fact that detection failed on has no members, and gets them back when it is accepted after all. Read under the guard, for each page with somebody to forget: what rests there is little as a rule,
    /// and of it only households name others.
    /// </summary>
    private async Task<HashSet<Guid>> NamedInQuarantineAsync() =>
        [.. (await session.QueryAsync(
            "SELECT b.contract, f.clear FROM batches b JOIN facts f ON f.batch_id = b.id WHERE b.quarantined IS NOT NULL AND b.contract = @households",
            static reader => FactContract.Deserialize(reader.GetString(0), reader.Bytes(1)),
            ("households", FactContract.NameOf<HouseholdChanged>())))
            .SelectMany(fact => fact.OtherCitizens()).Select(one => one.Value)];
}
