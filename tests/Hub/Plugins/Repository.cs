namespace IntegrationHub.Plugins.Tests;

/// <summary>The repository that these tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    private static string FindRoot(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "IntegrationHub.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the repository: no IntegrationHub.sln was found above them."));
}
