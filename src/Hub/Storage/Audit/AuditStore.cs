using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Audit;

/// <summary>The audit log on either database.</summary>
internal sealed class AuditStore(HubDatabase database) : IAuditStore
{
    public Task AddAsync(AuditEntry entry, CancellationToken token) => database.WriteAsync(session => AuditLog.AddAsync(session, entry), token);
}
