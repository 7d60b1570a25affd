namespace IntegrationHub.Architecture.Tests;

/// <summary>The repository that these tests were built from.</summary>
static class SourceTree
{
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal) { "bin", "obj", ".git", ".vs", "artifacts", "node_modules" };

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Debug or Release: as these tests were built, so was the rest.</summary>
    public static string Configuration { get; } = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

    /// <summary>Every file that is not built, relative to the root.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. FilesBelow(Root).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Every project; those of the adapter template in <c>deploy/</c> are text for another repository.</summary>
    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !file.StartsWith("deploy/", StringComparison.Ordinal)).Select(Project.Read)];

    /// <summary>Every project below src.</summary>
    public static IReadOnlyList<Project> Sources { get; } = [.. Projects.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal))];

    /// <summary>Every plugin of ours.</summary>
    public static IReadOnlyList<Project> Adapters { get; } =
        [.. Sources.Where(project => project.Folder.StartsWith("src/Adapters/", StringComparison.Ordinal) && project.Folder is not ("src/Adapters/Sdk" or "src/Adapters/Conformance"))];

    /// <summary>The folder of every plugin of ours that has a mapping and no code.</summary>
    public static IReadOnlyList<string> Mappings { get; } =
        [.. Files.Where(file => file.StartsWith("src/Adapters/", StringComparison.Ordinal) && file.EndsWith("/source.yaml", StringComparison.Ordinal) && file.Count(c => c == '/') == 3).Select(file => Path.GetDirectoryName(file)!)];

    public static Project Source(string folder) => Sources.Single(project => project.Folder == folder);

    public static string Full(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(Full(path));

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.GetFiles(folder).Concat(Directory.GetDirectories(folder).Where(child => !NotOurs.Contains(Path.GetFileName(child))).SelectMany(FilesBelow));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "IntegrationHub.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the repository: no IntegrationHub.sln was found above them."));
}
