namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>Real input that lies beside the repository and is never copied into it.</summary>
internal static class RealData
{
    /// <summary>The files of a folder of <c>../shared/data</c>; skips the test with a sentence where it is absent.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "IntegrationHub.sln")))
            root = root.Parent;
        var path = root is null ? "" : Path.GetFullPath(Path.Combine(root.FullName, "..", "shared", "data", folder));
        Assert.SkipUnless(Directory.Exists(path), $"The real input shared/data/{folder} is not beside the repository.");
        return [.. Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal)];
    }
}
