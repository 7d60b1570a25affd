using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Intake;
using IntegrationHub.Plugins;

namespace IntegrationHub.Host.Rescanning;

/// <summary>Tells what a rescan changed.</summary>
internal static class RescanReports
{
    public static RescanReport Of(HubWiring before, HubWiring after, ConfigurationDifference difference, IReadOnlyList<PluginChange> pluginChanges, PluginCatalog plugins)
    {
        var broken = plugins.Plugins.Where(plugin => plugin.State == PluginState.Broken).GroupBy(plugin => plugin.Id).ToDictionary(same => $"plugin {same.Key}", same => same.First().Problem!);
        foreach (var (id, problem) in after.Sources.Broken)
            broken[$"{(after.Configuration.Sources.Any(source => source.Id == id) ? "source" : "destination")} {id}"] = problem;
        var mended = before.Sources.Broken.Keys
            .Where(id => after.Instances.Any(instance => instance.Id == id) && !difference.Applied.Any(change => change.Id == id))
            .Select(id => new ConfigurationChange(after.Sources.Find(id) is null ? "destination" : "source", id, "mended", "its plugin loads now"));
        return new RescanReport(
            [],
            [
                .. pluginChanges.Where(change => change.Kind != PluginChangeKind.Upgraded).Select(Plugin),
                .. difference.Applied.Select(change => Told(change, after)),
                .. mended,
                .. Reread(before, after, difference),
            ],
            [.. pluginChanges.Where(change => change.Kind == PluginChangeKind.Upgraded).Select(Plugin), .. difference.Waiting],
            broken);
    }

    /// <summary>Sources that are configured as they were and made anew nevertheless, since their plugin was.</summary>
    private static IEnumerable<ConfigurationChange> Reread(HubWiring before, HubWiring after, ConfigurationDifference difference) => after.Sources.All
        .Where(source => before.Sources.Find(source.Id) is { } former && former.Instance != source.Instance && !difference.Applied.Any(change => change.What == "source" && change.Id == source.Id))
        .Select(source => new ConfigurationChange("source", source.Id, ConfigurationChange.Changed, $"the mapping of its plugin; {WhatItDoes(source)}"));

    private static ConfigurationChange Plugin(PluginChange change) => new("plugin", change.Plugin.Id, change.Kind.ToString().ToLowerInvariant(), change.Detail);

    private static ConfigurationChange Told(ConfigurationChange change, HubWiring after)
    {
        var now = (change.What, change.Change) switch
        {
            ("source", ConfigurationChange.Removed) => "it is not read any more; what it told stays",
            ("source" or "destination", _) when after.Sources.Broken.ContainsKey(change.Id) => "it does not work, its plugin is broken",
            ("source", _) when after.Sources.Find(change.Id) is { } source => WhatItDoes(source),
            ("destination", ConfigurationChange.Removed) => "what still waits for it cannot be delivered",
            _ => "",
        };
        return now.Length == 0 ? change : change with { Detail = change.Detail.Length == 0 ? now : $"{change.Detail}; {now}" };
    }

    private static string WhatItDoes(Source source)
    {
        if (source.Instance.Pull is not null)
            return $"it is read on its schedule, {source.Configuration.Schedule}";
        return source.Instance.Push is not null ? "it listens" : $"it takes what is posted to /intake/{source.Id}";
    }
}
