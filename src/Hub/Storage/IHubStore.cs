using IntegrationHub.Storage.Alerts;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Backup;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Detection;
using IntegrationHub.Storage.Erasure;
using IntegrationHub.Storage.Events;
using IntegrationHub.Storage.History;
using IntegrationHub.Storage.Hosts;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Ledger;
using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Operations;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage;

/// <summary>Everything the hub keeps, on SQLite or PostgreSQL. Times are UTC; every method is safe to call from several threads and, on PostgreSQL, several hosts.</summary>
public interface IHubStore : IAsyncDisposable
{
    /// <summary>Brings the schema up to date. Safe when two hosts start together.</summary>
    Task MigrateAsync(CancellationToken token);

    /// <summary>Makes nothing and brings nothing up to date: for who only looks.</summary>
    /// <exception cref="Database.SchemaException">There is no store, or its schema is not the one that this hub makes.</exception>
    Task RequireAsync(CancellationToken token);

    IJournalStore Journal { get; }

    ILoadStore Loads { get; }

    IDetectionStore Detection { get; }

    IDeliveryStore Deliveries { get; }

    IEventStore Events { get; }

    IQuarantineStore Quarantine { get; }

    IBackupStore Backups { get; }

    IOperationsStore Operations { get; }

    ICaseloadStore Caseload { get; }

    IHostStore Hosts { get; }

    IAuditStore Audit { get; }

    IHistoryStore History { get; }

    ILedgerStore Ledger { get; }

    IKeyStore Keys { get; }

    IAlertStore Alerts { get; }

    IErasureStore Erasure { get; }
}
