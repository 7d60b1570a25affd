namespace IntegrationHub.Plugins.Manifest;

/// <summary>What a plugin can be configured as.</summary>
public enum PluginRole
{
    /// <summary>It brings records in.</summary>
    Source,

    /// <summary>It hands signals over to a case worker's tool.</summary>
    Destination,
}
