namespace IntegrationHub.Plugins;

/// <summary>How far a plugin came.</summary>
public enum PluginState
{
    /// <summary>Its manifest is read and sound; none of its code was loaded yet.</summary>
    Found,

    /// <summary>Its entry type is made; sources and destinations can be.</summary>
    Loaded,

    /// <summary>It cannot be used; <see cref="Plugin.Problems"/> says why. The hub runs on without it.</summary>
    Broken,
}
