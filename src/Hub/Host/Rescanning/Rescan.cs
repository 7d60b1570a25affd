using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Scheduling;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Rescanning;

/// <summary>
/// Reads the configuration folder and the plugin folders again while the hub runs. Either everything in them is right and takes the place of what counted before, at once, or nothing does.
/// </summary>
internal sealed class Rescan(
    CurrentWiring current, HubKeys keys, IHubStore store, ConfigurationOverrides overrides, PluginCatalog plugins, InstanceFactory instances, PushSources pushes, SourceRunner runner, Schedules schedules,
    RetiredInstances retired, TimeProvider time, ILogger<Rescan> logger)
{
    private bool schedulesAreBehind;
    private readonly List<string> untold = [];

    /// <summary>Called by one at a time.</summary>
    public async Task<RescanReport> RunAsync(CancellationToken token)
    {
        var before = current.Value;
        var (found, errors) = HubConfigurationReader.Read(before.Configuration.Folder, overrides.Values);
        if (found is null)
            return Refused(errors);
        // First: a key that is added counts for nothing before a rotation, and one that goes is used by nothing.
        if (await keys.FollowAsync(found.Keys, store, token) is { } unusable)
            return Refused([$"hub.json: {unusable}"]);
        var pluginChanges = plugins.Rescan(found.PluginFolders);
        var difference = ConfigurationDifference.Between(before.Configuration, found);
        var (after, wrong) = await MakeAsync(ConfigurationDifference.Applicable(before.Configuration, found));
        if (after is null)
            return Refused(wrong);
        // A plugin that was just put there tells now whether it loads, and not when somebody first needs it.
        foreach (var change in pluginChanges.Where(change => change.Kind is PluginChangeKind.Added))
            change.Plugin.Activate();

        current.Replace(after);
        var report = RescanReports.Of(before, after, difference, pluginChanges, plugins);
        errors = [.. await TellAsync(difference, after.Configuration.Instance, token), .. await FollowAsync(before, after, token)];
        foreach (var change in report.Applied)
            logger.LogInformation("Rescan: {Change}", change);
        foreach (var change in report.Waiting)
            logger.LogWarning("Rescan: {Change}; it waits for a restart", change);
        return report with { Errors = errors };
    }

    /// <summary>The new wiring; where there is none, the plugins are those of before again.</summary>
    private async Task<(HubWiring? Wiring, IReadOnlyList<string> Errors)> MakeAsync(HubConfiguration configuration)
    {
        HubWiring? made = null;
        try
        {
            (made, var errors) = await instances.MakeAsync(configuration);
            return (made, errors);
        }
        finally
        {
            if (made is null)
                plugins.UndoRescan();
        }
    }

    /// <summary>Puts into the audit log what became of authorisations on this host: who may be shown what rests on them. Of who asked for it the hub knows nothing.</summary>
    private async Task<IReadOnlyList<string>> TellAsync(ConfigurationDifference difference, string instance, CancellationToken token)
    {
        var changes = difference.Applied.Where(change => change.What == "authorisation").GroupBy(change => change.Change, change => change.Id).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {string.Join(", ", group.Order(StringComparer.Ordinal))}").ToList();
        if (changes.Count > 0)
            untold.Add($"{instance}: {string.Join("; ", changes)}");
        try
        {
            while (untold.Count > 0)
            {
                await store.Audit.AddAsync(new AuditEntry { At = time.GetUtcNow(), Kind = AuditKinds.AuthorisationsChanged, Actor = AuditActors.Hub, Detail = untold[0] }, token);
                untold.RemoveAt(0);
            }

            return [];
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            logger.LogError("Rescan: the audit log does not have what became of authorisations: {Thrown}", Thrown.Describe(exception));
            return ["What became of authorisations could not be written to the audit log. Everything else is applied; rescan again when the store answers."];
        }
    }

    /// <summary>Has everything that goes on by itself follow the new wiring. What fails here is tried again by the next rescan.</summary>
    private async Task<IReadOnlyList<string>> FollowAsync(HubWiring before, HubWiring after, CancellationToken token)
    {
        var kept = after.Instances.ToHashSet();
        // First: whatever fails below, what was replaced is disposed later.
        retired.Add(before.Instances.Where(instance => !kept.Contains(instance)));
        foreach (var source in before.Sources.All.Where(source => !kept.Contains(source.Instance)))
            await runner.StopAsync(source.Id);
        await pushes.FollowAsync(token);
        if (!schedulesAreBehind && before.Schedules.SequenceEqual(after.Schedules))
            return [];
        try
        {
            schedulesAreBehind = true;
            await schedules.ReconcileAsync(after.Schedules, token);
            schedulesAreBehind = false;
            return [];
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            logger.LogError("Rescan: the schedules could not be stored: {Thrown}", Thrown.Describe(exception));
            return [$"The schedules could not be stored: {Thrown.Describe(exception)}. Everything else is applied; rescan again when the store answers."];
        }
    }

    private RescanReport Refused(IReadOnlyList<string> errors)
    {
        logger.LogError("Rescan: nothing is applied, the configuration has {Count} errors: {Errors}", errors.Count, string.Join(' ', errors));
        return RescanReport.Refused(errors);
    }
}
