using System.Text.RegularExpressions;

namespace IntegrationHub.Architecture.Tests;

/// <summary>What a clone holds, and what it may not hold.</summary>
public sealed partial class RepositoryTests
{
    private static IEnumerable<string> Code => SourceTree.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && (file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("tests/", StringComparison.Ordinal)));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = SolutionProject().Matches(SourceTree.Read("IntegrationHub.sln")).Select(match => match.Groups["path"].Value.Replace('\\', '/')).ToHashSet();

        SourceTree.Projects.Select(project => project.Path).Except(listed).ShouldBeEmpty();
        listed.Except(SourceTree.Projects.Select(project => project.Path)).ShouldBeEmpty();
    }

    [Fact]
    public void No_package_source_is_named() =>
        SourceTree.Files.Where(file => Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase)
            || (IsBuildFile(file) && BuildSource().IsMatch(SourceTree.Read(file)))).ShouldBeEmpty();

    [Fact]
    public void Package_versions_stand_in_one_place() =>
        SourceTree.Projects.Where(project => PackageVersion().IsMatch(SourceTree.Read(project.Path))).Select(project => project.Path).ShouldBeEmpty();

    [Fact]
    public void No_code_is_left_for_later()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];

        Code.Where(file => marks.Any(mark => Regex.IsMatch(SourceTree.Read(file), $@"\b{mark}\b"))).ShouldBeEmpty();
    }

    [Fact]
    public void No_exception_is_swallowed_in_silence() => Code.Where(file => EmptyCatch().IsMatch(SourceTree.Read(file))).ShouldBeEmpty();

    [Fact]
    public void The_ambient_clock_is_banned()
    {
        var banned = SourceTree.Read("BannedSymbols.txt");

        foreach (var clock in (string[])["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"])
            banned.ShouldContain($"P:System.{clock};");
        Code.Where(file => file.StartsWith("src/", StringComparison.Ordinal)).Where(file => Clock().IsMatch(SourceTree.Read(file))).ShouldBeEmpty();
    }

    private static bool IsBuildFile(string file) => Path.GetExtension(file) is ".csproj" or ".props" or ".targets";

    [GeneratedRegex("^Project\\(\"[^\"]+\"\\) = \"[^\"]+\", \"(?<path>[^\"]+\\.csproj)\"", RegexOptions.Multiline)]
    private static partial Regex SolutionProject();

    [GeneratedRegex("<RestoreSources|<RestoreAdditionalProjectSources|api/v3/index|nuget/v3")]
    private static partial Regex BuildSource();

    [GeneratedRegex("<PackageReference[^>]*\\sVersion(Override)?=")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"catch\s*(\([^)]*\)\s*)?\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Clock();
}
