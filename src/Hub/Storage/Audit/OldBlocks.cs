using System.Globalization;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Audit;

/// <summary>
/// Takes away what is past its term: whole blocks, from the beginning, and only such as verify, so that nobody can have the hub itself take away what she changed. The last that goes stays as the
/// anchor of what follows.
/// </summary>
internal static class OldBlocks
{
    /// <summary>So many at a time: one transaction.</summary>
    private const int AtOnce = 500;

    public static async Task<AuditRemoval> RunAsync(Session session, AuditKeys keys, DateTimeOffset before, DateTimeOffset now)
    {
        await session.GuardAuditAsync(wait: true);
        var blocks = await StoredBlock.ReadAsync(session, "ORDER BY audit_blocks.block LIMIT @max", ("max", AtOnce + 1));
        var old = blocks.TakeWhile(block => block.SealedAt < Micros.Of(before)).ToList();
        var first = old.FindIndex(block => block.Anchor is null);
        if (first < 0)
            return new AuditRemoval(0, null);
        var last = old[^1];
        AuditFault? fault = null;
        using (var walk = new BlockWalk(keys, null, null, one => fault ??= one))
            await LogVerification.WalkAsync(session, walk, last.Number, null);
        if (fault is not null)
            return new AuditRemoval(0, fault);

        using var mac = new BlockMac(keys);
        var removed = await session.ExecuteAsync("DELETE FROM audit WHERE block <= @last", ("last", last.Number));
        await session.ExecuteAsync("DELETE FROM audit_blocks WHERE block < @last", ("last", last.Number));
        await session.ExecuteAsync(
            "UPDATE audit_blocks SET anchor_key = @key, anchor = @anchor WHERE block = @last",
            ("key", keys.CurrentKeyId),
            ("anchor", mac.Anchor(last, keys.CurrentKeyId)),
            ("last", last.Number));
        await AuditLog.AddAsync(
            session,
            new AuditEntry
            {
                At = now,
                Kind = AuditKinds.AuditRemoved,
                Actor = AuditActors.Hub,
                Detail = string.Create(CultureInfo.InvariantCulture, $"{removed} entries of blocks {old[first].Number} to {last.Number}, sealed until {last.Head.SealedAt:O}, were past their term"),
            });
        return new AuditRemoval(removed, null);
    }
}
