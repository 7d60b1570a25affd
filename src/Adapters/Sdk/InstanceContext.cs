namespace IntegrationHub.Adapters.Sdk;

/// <summary>Which configured source or destination the plugin serves here.</summary>
/// <param name="Id">Its id in <c>hub.json</c>, kebab-case.</param>
/// <param name="ConfigurationFolder">The configuration folder: relative paths in options start there.</param>
/// <param name="MaxRecordBytes">A record, page or message over this size is refused with its size.</param>
public sealed record InstanceContext(string Id, string ConfigurationFolder, long MaxRecordBytes)
{
    /// <summary>A path from the options, made absolute.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, ConfigurationFolder);
}
