namespace IntegrationHub.Tests.Servers;

/// <summary>Real samples of the field that are not ours to ship: <c>shared/data</c> beside the repository. A test that needs them skips when they are absent.</summary>
public static class SharedData
{
    public const string WhyAbsent = "The shared samples (shared/data beside the repository) are not on this machine.";

    public static string? Root { get; } = Find();

    static string? Find()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));
        return Directory.Exists(folder) ? folder : null;
    }
}
