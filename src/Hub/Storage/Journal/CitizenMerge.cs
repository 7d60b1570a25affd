using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Ledger;

namespace IntegrationHub.Storage.Journal;

/// <summary>
/// Two references turned out to be one person: everything of the absorbed one is rewritten to the survivor, also inside the JSON of facts (a random UUID occurs there only as that
/// reference). What still carries the absorbed reference (a batch on the bus, a record row) follows <c>merged_into</c>.
/// </summary>
internal static class CitizenMerge
{
    public static async Task RunAsync(Session session, Guid absorbed, Guid survivor)
    {
        (string, object?)[] both =
            [("absorbed", absorbed), ("survivor", survivor), ("oldText", absorbed.ToString("D")), ("newText", survivor.ToString("D"))];

        // Detection of either waits here, or is waited for.
        await session.QueryAsync($"SELECT ref FROM citizens WHERE {session.In("ref", "refs")} ORDER BY ref {session.ForUpdate}", static reader => reader.GetGuid(0), ("refs", new[] { absorbed, survivor }));
        foreach (var sql in Statements)
            await session.ExecuteAsync(sql, both);
        // One moment hanging on one fact for both is kept once.
        await MomentCounts.GoneAsync(session, await session.QueryAsync(DeleteTwins, static reader => reader.GetString(0), both));
        await session.ExecuteAsync("UPDATE moments SET citizen = @survivor WHERE citizen = @absorbed", both);
    }

    private const string DeleteTwins =
        """
        DELETE FROM moments WHERE citizen = @absorbed AND EXISTS (SELECT 1 FROM moments k WHERE k.citizen = @survivor
            AND k.rule = moments.rule AND k.source = moments.source AND k.record_id = moments.record_id AND k.fact_key = moments.fact_key)
        RETURNING source
        """;

    private static readonly string[] Statements =
    [
        "UPDATE citizens SET merged_into = @survivor WHERE ref = @absorbed OR merged_into = @absorbed",
        "UPDATE citizen_keys SET ref = @survivor WHERE ref = @absorbed",

        "UPDATE facts SET clear = replace(clear, @oldText, @newText) WHERE (batch_id, ordinal) IN (SELECT batch_id, ordinal FROM fact_members WHERE citizen = @absorbed)",
        "UPDATE facts SET citizen = @survivor, clear = replace(clear, @oldText, @newText) WHERE citizen = @absorbed",
        "INSERT INTO fact_members (citizen, batch_id, ordinal) SELECT @survivor, batch_id, ordinal FROM fact_members WHERE citizen = @absorbed ON CONFLICT DO NOTHING",
        "DELETE FROM fact_members WHERE citizen = @absorbed",

        // One moment hanging on one fact for both: the survivor's is kept, and stands if either stood, in the signal of the one that stood.
        """
        UPDATE moments SET withdrawn_at = NULL, (signal_id, outcome, chosen) = (SELECT m.signal_id, m.outcome, m.chosen FROM moments m WHERE m.citizen = @absorbed
            AND m.rule = moments.rule AND m.source = moments.source AND m.record_id = moments.record_id AND m.fact_key = moments.fact_key)
        WHERE citizen = @survivor AND withdrawn_at IS NOT NULL AND EXISTS (SELECT 1 FROM moments m WHERE m.citizen = @absorbed AND m.withdrawn_at IS NULL
            AND m.rule = moments.rule AND m.source = moments.source AND m.record_id = moments.record_id AND m.fact_key = moments.fact_key)
        """,
        """
        UPDATE signals SET moment_id = (SELECT k.id FROM moments k JOIN moments m ON k.rule = m.rule AND k.source = m.source AND k.record_id = m.record_id AND k.fact_key = m.fact_key
            WHERE m.id = signals.moment_id AND k.citizen = @survivor)
        WHERE moment_id IN (SELECT m.id FROM moments m JOIN moments k ON k.rule = m.rule AND k.source = m.source AND k.record_id = m.record_id AND k.fact_key = m.fact_key
            WHERE m.citizen = @absorbed AND k.citizen = @survivor)
        """,
        "INSERT INTO rechecks (citizen, due_at) SELECT @survivor, due_at FROM rechecks WHERE citizen = @absorbed ON CONFLICT (citizen) DO UPDATE SET due_at = excluded.due_at WHERE excluded.due_at < rechecks.due_at",
        "DELETE FROM rechecks WHERE citizen = @absorbed",
    ];
}
