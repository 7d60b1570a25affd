namespace IntegrationHub.Tests.Servers;

public static class Repository
{
    /// <summary>The folder that holds <c>IntegrationHub.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds IntegrationHub.sln.");
    }
}
