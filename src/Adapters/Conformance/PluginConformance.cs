using IntegrationHub.Plugins.Checking;
using Xunit;

namespace IntegrationHub.Adapters.Conformance;

/// <summary>What every plugin must show, whatever it connects. A subclass is its name and its folder: <c>public sealed class CawPlugin() : PluginConformance("src/Adapters/Caw");</c></summary>
public abstract class PluginConformance : AdapterConformance
{
    /// <inheritdoc/>
    protected PluginConformance(string project)
        : base(project)
    {
    }

    /// <inheritdoc/>
    protected PluginConformance(PluginFolder plugin)
        : base(plugin)
    {
    }

    /// <summary><c>adapter.json</c>.</summary>
    [Fact]
    public void The_manifest_is_valid() => Shows(FolderChecks.Manifest(Plugin));

    /// <summary>A real load, by a catalog.</summary>
    [Fact]
    public void It_loads_from_its_published_folder() => Shows(FolderChecks.Loads(Plugin));

    /// <summary><c>options.schema.json</c>.</summary>
    [Fact]
    public void The_options_schema_is_current() => Holds(FolderChecks.SchemaIsCurrent(Plugin));

    /// <summary><c>sample/options.json</c>.</summary>
    [Fact]
    public async Task The_sample_options_are_valid() => Holds(await RunningChecks.SampleAsync(Plugin));

    /// <summary><c>README.md</c>.</summary>
    [Fact]
    public async Task The_README_holds_the_sample_and_every_option() => Holds(await FolderChecks.ReadmeAsync(Plugin));

    /// <summary>With the sample options.</summary>
    [Fact]
    public async Task It_starts_and_stops_and_stops_twice() => Holds(await RunningChecks.StartsAndStopsAsync(Plugin));
}
