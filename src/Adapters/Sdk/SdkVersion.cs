namespace IntegrationHub.Adapters.Sdk;

/// <summary>The version of this Sdk, which the <c>sdk</c> range of an <c>adapter.json</c> is held against.</summary>
public static class SdkVersion
{
    /// <summary>Major, minor and patch.</summary>
    public static Version Current { get; } = new(0, 1, 0);
}
