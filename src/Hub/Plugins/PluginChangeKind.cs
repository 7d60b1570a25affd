namespace IntegrationHub.Plugins;

/// <summary>What may happen to a plugin while the hub runs.</summary>
public enum PluginChangeKind
{
    /// <summary>Its folder was not there before. It can be used at once.</summary>
    Added,

    /// <summary>Its folder holds something else than before, and no code of its own runs. It can be used at once.</summary>
    Changed,

    /// <summary>Its folder holds something else than the code that runs, which goes on until a restart.</summary>
    Upgraded,

    /// <summary>Its folder is gone. What runs goes on; nothing new can be made from it.</summary>
    Removed,
}
