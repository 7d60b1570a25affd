using IntegrationHub.Plugins.Checking;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>The plugin that makes mistakes on request, where it is written.</summary>
static class PluginOnRequest
{
    private const string Project = "tests/Adapters/Conformance/Letters";

    /// <summary>The folder itself; its code is loaded once for all tests.</summary>
    public static PluginFolder Folder { get; } = PluginFolder.At(Path.Combine(Root(), Project), Output());

    /// <summary>A copy of its own, built output and sources in one folder, in which a test may spoil a file.</summary>
    public static string Copy(string to)
    {
        CopyAll(Folder.Source, to, "bin", "obj");
        CopyAll(Folder.Built, to);
        Directory.GetFiles(to, "*.csproj").ToList().ForEach(File.Delete);
        return to;
    }

    private static void CopyAll(string from, string to, params string[] except)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        foreach (var folder in Directory.GetDirectories(from).Where(folder => !except.Contains(Path.GetFileName(folder))))
            CopyAll(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static string Output()
    {
        var tests = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        return Path.Combine(Path.GetFileName(Path.GetDirectoryName(tests)!), Path.GetFileName(tests));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IntegrationHub.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        return folder;
    }
}
