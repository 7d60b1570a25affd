using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Manifest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Plugins.Checking.Trial;

/// <summary>Makes instances of a plugin by the hub's own way, with nothing behind them that stores.</summary>
public sealed record TrialHost
{
    /// <summary>The largest record of a hub that was told nothing else.</summary>
    public const long DefaultMaxRecordBytes = 10 * 1024 * 1024;

    /// <summary>The plugin.</summary>
    public required Plugin Plugin { get; init; }

    /// <summary>What it is tried as.</summary>
    public required PluginRole Role { get; init; }

    /// <summary>Where relative paths in options start.</summary>
    public required string ConfigurationFolder { get; init; }

    /// <summary>The id of the instance.</summary>
    public string Id { get; init; } = "trial";

    /// <summary>The largest record.</summary>
    public long MaxRecordBytes { get; init; } = DefaultMaxRecordBytes;

    /// <summary>Opens references.</summary>
    public required ISecrets Secrets { get; init; }

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Whom a source may ask about.</summary>
    public ICaseload Caseload { get; init; } = new TrialCaseload([]);

    /// <summary>What a source remembers; shared by the instances, as it is in a hub.</summary>
    public ISourceState State { get; init; } = new TrialState();

    /// <summary>Makes one, or says everything that is wrong with the options.</summary>
    public async Task<InstanceResult> CreateAsync(JsonObject options)
    {
        // The binder reads text: a JSON configuration turns numbers and booleans into it, as for hub.json.
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(options.ToJsonString()));
        return await CreateAsync(new ConfigurationBuilder().AddJsonStream(json).Build());
    }

    /// <summary>Makes one of options that are configuration already.</summary>
    /// <param name="options">The options.</param>
    /// <param name="path">Where they stand, for error messages.</param>
    public Task<InstanceResult> CreateAsync(IConfiguration options, string path = "options")
    {
        var services = new InstanceServices
        {
            Time = TimeProvider.System,
            Loggers = Loggers,
            Secrets = Secrets,
            Caseload = Role == PluginRole.Source ? Caseload : null,
            State = Role == PluginRole.Source ? State : null,
        };
        return PluginInstance.CreateAsync(Plugin, Role, new InstanceContext(Id, ConfigurationFolder, MaxRecordBytes), options, services, path);
    }
}
