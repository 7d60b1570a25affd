namespace IntegrationHub.Storage.Audit;

/// <summary>The audit log. What the store does writes its entries itself, in the transaction of what they tell; here what happens outside it is told.</summary>
public interface IAuditStore
{
    /// <summary>Adds an entry. It is durable when this returns, and sealed about a second later by the host whose turn it is.</summary>
    Task AddAsync(AuditEntry entry, CancellationToken token);
}
