using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Bundling;
using IntegrationHub.Host.Erasure;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Doors;

namespace IntegrationHub.Host.Configuration;

/// <summary>What the configuration folder says, read once and never changed.</summary>
internal sealed record HubConfiguration
{
    public required string Folder { get; init; }

    /// <summary>Tells this host from others on one bus and store.</summary>
    public required string Instance { get; init; }

    public required StoreConfiguration Store { get; init; }

    public required BusConfiguration Bus { get; init; }

    public required KeyConfiguration Keys { get; init; }

    /// <summary>The file that keeps the head of the audit log outside the database.</summary>
    public string AuditHead { get; init; } = "";

    /// <summary>Where the hub listens; on loopback unless configured otherwise.</summary>
    public required string Urls { get; init; }

    /// <summary>The certificate that https shows; null where nothing is encrypted.</summary>
    public TlsConfiguration? HttpTls { get; init; }

    /// <summary>Who may call over HTTP; nobody where none is configured.</summary>
    public IReadOnlyList<Caller> Callers { get; init; } = [];

    /// <summary>How many requests of one caller are taken in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 3000;

    public required long MaxRecordBytes { get; init; }

    /// <summary>The share of its records that a complete export may lose; one that loses more is held back until a person confirms it.</summary>
    public required double LargestLoss { get; init; }

    /// <summary>How many times its usual day a source may tell in a day before a person is asked; 0 for any number.</summary>
    public required double Jump { get; init; }

    /// <summary>How long a batch may wait to be processed before it counts as missing and the hub as unwell.</summary>
    public TimeSpan LongestUnprocessed { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many batches may wait to be processed before the hub takes nothing more.</summary>
    public int Backlog { get; init; } = 5000;

    /// <summary>The collector that measurements and traces go to; null: nothing is exported.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>How long after it was issued a signal gains moments of another kind, or of somebody else in the household.</summary>
    public TimeSpan BundleWithin { get; init; } = MomentBundling.UsualWindow;

    /// <summary>How long what is kept of people is kept.</summary>
    public Retention Retention { get; init; } = Retention.Default;

    public required IReadOnlyList<string> PluginFolders { get; init; }

    public required IReadOnlyList<InstanceConfiguration> Sources { get; init; }

    public required IReadOnlyList<InstanceConfiguration> Destinations { get; init; }

    public required IReadOnlyList<Partner> Partners { get; init; }

    public required IReadOnlyList<Authorisation> Authorisations { get; init; }

    /// <summary>Who may do what, beyond what everybody may who can run a command.</summary>
    public IReadOnlyList<Administrator> Administrators { get; init; } = [];

    /// <summary>The kinds of scharniermomenten that are looked for: those of <c>rules/</c> in the folder, else those that come with the hub.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>The rights that rules name: those of <c>rights/</c> in the folder, else those that come with the hub.</summary>
    public required IReadOnlyList<Right> Rights { get; init; }
}
