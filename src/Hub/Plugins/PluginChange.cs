namespace IntegrationHub.Plugins;

/// <summary>What a rescan found out about one plugin.</summary>
/// <param name="Plugin">Which one; the former one where it was removed.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Detail">More about it, without a full stop; empty when there is nothing more to say.</param>
public sealed record PluginChange(Plugin Plugin, PluginChangeKind Kind, string Detail)
{
    internal static PluginChange? Between(Plugin? before, Plugin now)
    {
        if (before is null)
            return new(now, PluginChangeKind.Added, now.Manifest is { } manifest ? $"version {manifest.Version}" : "");
        if (before == now)
            return now.Upgrade() is { } upgrade ? new(now, PluginChangeKind.Upgraded, upgrade) : null;
        if (before.State == PluginState.Loaded)
            return new(now, PluginChangeKind.Changed, "it has no code, its mapping is read anew");
        var isSame = before.Manifest?.Version == now.Manifest?.Version && before.Problem == now.Problem;
        return isSame ? null : new(now, PluginChangeKind.Changed, now.Manifest is { } other ? $"version {other.Version}, read anew" : "read anew");
    }

    internal static PluginChange Removed(Plugin before) => new(before, PluginChangeKind.Removed, before.Folder);
}
