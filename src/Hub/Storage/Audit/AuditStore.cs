using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Audit;

/// <summary>The audit log on either database.</summary>
internal sealed class AuditStore(HubDatabase database) : IAuditStore
{
    public Task AddAsync(AuditEntry entry, CancellationToken token) => database.WriteAsync(session => AuditLog.AddAsync(session, entry), token);

    public Task<int> SealAsync(AuditKeys keys, DateTimeOffset now, CancellationToken token) => database.WriteAsync(session => BlockSealing.RunAsync(session, keys, now), token);

    public Task<AuditHeads> HeadsAsync(long? known, CancellationToken token) => database.ReadAsync(
        async session =>
        {
            var blocks = (await StoredBlock.ReadAsync(
                session,
                "WHERE block = (SELECT min(block) FROM audit_blocks) OR block = (SELECT max(block) FROM audit_blocks) OR block = @known ORDER BY audit_blocks.block",
                ("known", known ?? 0))).ConvertAll(block => block.Head);
            var unsealed = await session.QueryAsync("SELECT at FROM audit WHERE block IS NULL ORDER BY id LIMIT 1", static reader => reader.TimeOrNull(0));
            return new AuditHeads(blocks.FirstOrDefault(), blocks.Find(block => block.Block == known), blocks.LastOrDefault(), unsealed.FirstOrDefault());
        },
        token);

    public Task<AuditReport> VerifyAsync(AuditKeys keys, AuditHead? head, DateTimeOffset? keptSince, Action<long>? progress, CancellationToken token) =>
        database.SnapshotAsync(session => LogVerification.RunAsync(session, keys, head, keptSince, progress), token);

    public Task<IReadOnlyList<AuditRecord>> ListAsync(AuditFilter filter, int max, CancellationToken token) => database.ReadAsync<IReadOnlyList<AuditRecord>>(
        async session =>
        {
            var found = new List<AuditRecord>();
            await AuditReading.EachAsync(session, filter, $"ORDER BY id DESC LIMIT {max}", found.Add);
            return found;
        },
        token);

    public Task ExportAsync(AuditFilter filter, Action<AuditRecord> entry, CancellationToken token) => database.SnapshotAsync(
        async session =>
        {
            await AuditReading.EachAsync(session, filter, "ORDER BY id", entry);
            return true;
        },
        token);

    public Task<AuditRemoval> RemoveBlocksBeforeAsync(AuditKeys keys, DateTimeOffset before, DateTimeOffset now, CancellationToken token) =>
        database.WriteAsync(session => OldBlocks.RunAsync(session, keys, before, now), token);
}
