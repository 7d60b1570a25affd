namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>The adapter's own sample folder.</summary>
internal static class Sample
{
    public static string PathOf(string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "IntegrationHub.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("IntegrationHub.sln is in no folder above the tests.");
        return Path.Combine(root.FullName, "src", "Adapters", "Hospital", "sample", file);
    }

    public static byte[] Read(string file) => File.ReadAllBytes(PathOf(file));
}
