using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Alerts;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Backup;
using IntegrationHub.Storage.Database;
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

/// <summary>The store; on which database, its two subclasses say.</summary>
public abstract class HubStore : IHubStore
{
    private readonly HubDatabase database;
    private readonly TimeProvider time;
    private readonly KeyRing ring;

    private protected HubStore(HubDatabase database, Vault vault, CitizenKeys citizens, TimeProvider time, bool isFollowed)
    {
        (this.database, this.time) = (database, time);
        var names = new Names();
        var outbox = new Outbox(isFollowed);
        var loads = new LoadWatch();
        ring = new KeyRing(vault, citizens);
        Journal = new JournalStore(database, names, ring, loads);
        Loads = new LoadStore(database, loads);
        Detection = new DetectionStore(database, names, ring, outbox, time);
        Deliveries = new DeliveryStore(database, names, vault, outbox);
        Events = new EventStore(database);
        Quarantine = new QuarantineStore(database, vault);
        Backups = new BackupStore(database, time);
        Operations = new OperationsStore(database, ring, time);
        Caseload = new CaseloadStore(database, names, vault);
        Hosts = new HostStore(database);
        Audit = new AuditStore(database);
        History = new HistoryStore(database, names);
        Ledger = new LedgerStore(database);
        Keys = new KeyStore(database, ring);
        Alerts = new AlertStore(database);
        Erasure = new ErasureStore(database, names, ring);
    }

    public IJournalStore Journal { get; }

    public ILoadStore Loads { get; }

    public IDetectionStore Detection { get; }

    public IDeliveryStore Deliveries { get; }

    public IEventStore Events { get; }

    public IQuarantineStore Quarantine { get; }

    public IBackupStore Backups { get; }

    public IOperationsStore Operations { get; }

    public ICaseloadStore Caseload { get; }

    public IHostStore Hosts { get; }

    public IAuditStore Audit { get; }

    public IHistoryStore History { get; }

    public ILedgerStore Ledger { get; }

    public IKeyStore Keys { get; }

    public IAlertStore Alerts { get; }

    public IErasureStore Erasure { get; }

    public Task MigrateAsync(CancellationToken token) => Migrator.RunAsync(database, ring, time, token);

    public Task RequireAsync(CancellationToken token) => Migrator.RequireAsync(database, token);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
