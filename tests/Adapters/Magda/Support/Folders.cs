namespace IntegrationHub.Adapters.Magda.Tests.Support;

/// <summary>Where the repository is, and the real input beside it.</summary>
internal static class Folders
{
    public static string Repository { get; } = Find();

    public static string Adapter => Path.Combine(Repository, "src", "Adapters", "Magda");

    public static string Sample => Path.Combine(Adapter, "sample");

    /// <summary>The real replies; skips the test where they are absent.</summary>
    public static string SharedMagda()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository, "..", "shared", "data", "magda"));
        if (!Directory.Exists(folder))
            Assert.Skip("Skipped: the real MAGDA replies (../shared/data/magda) are not on this machine.");
        return folder;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
