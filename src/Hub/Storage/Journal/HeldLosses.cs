using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Journal;

/// <summary>The exports whose end withdrew nothing, because they lost too much: at most one a scope, the latest.</summary>
internal static class HeldLosses
{
    /// <summary>Another export of the scope is being read: what was held back of the former can no longer be confirmed.</summary>
    public static Task ForgetOthersAsync(Session session, int source, string scope, int snapshot) => session.ExecuteAsync(
        "DELETE FROM held_losses WHERE source = @source AND scope = @scope AND snapshot <> @snapshot", ("source", source), ("scope", scope), ("snapshot", snapshot));

    /// <summary>Keeps what the end of an export found, or forgets what it found before.</summary>
    public static Task SettleAsync(Session session, int source, int snapshot, SnapshotLoss loss, long now) => loss.IsHeld
        ? session.ExecuteAsync(
            """
            INSERT INTO held_losses (source, scope, snapshot, gone, known, held_at) VALUES (@source, @scope, @snapshot, @gone, @known, @now)
            ON CONFLICT (source, scope) DO UPDATE SET snapshot = excluded.snapshot, gone = excluded.gone, known = excluded.known, held_at = excluded.held_at
            """,
            ("source", source),
            ("scope", loss.Scope),
            ("snapshot", snapshot),
            ("gone", loss.Gone),
            ("known", loss.Known),
            ("now", now))
        : session.ExecuteAsync("DELETE FROM held_losses WHERE source = @source AND scope = @scope", ("source", source), ("scope", loss.Scope));

    /// <summary>What is held back of a source, as the exports that it was found in; locked, so that no page of a next export comes between.</summary>
    public static Task<List<JournalSnapshot>> LockAsync(Session session, int source) => session.QueryAsync(
        $"SELECT h.scope, s.name FROM held_losses h JOIN snapshots s ON s.id = h.snapshot WHERE h.source = @source ORDER BY h.scope {(session.ForUpdate.Length == 0 ? "" : "FOR UPDATE OF h")}",
        static reader => new JournalSnapshot(reader.GetString(0), reader.GetString(1), IsLast: true),
        ("source", source));

    /// <summary>What is held back, by the name of the source.</summary>
    public static async Task<ILookup<string, SnapshotLoss>> ReadAsync(Session session) => (await session.QueryAsync(
        "SELECT s.name, h.scope, h.gone, h.known FROM held_losses h JOIN sources s ON s.id = h.source ORDER BY s.name, h.scope",
        static reader => (Source: reader.GetString(0), Loss: new SnapshotLoss(reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), IsHeld: true))))
        .ToLookup(held => held.Source, held => held.Loss, StringComparer.Ordinal);
}
