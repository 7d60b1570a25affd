using System.Text.RegularExpressions;

namespace IntegrationHub.Architecture.Tests;

/// <summary>Names say what a thing is.</summary>
public sealed partial class NameTests
{
    private static readonly HashSet<string> Empty = new(["Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Base", "Common", "Misc"], StringComparer.Ordinal);

    public static TheoryData<string> Sources => new(SourceTree.Sources.Select(project => project.Folder));

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_type_has_a_name_that_says_nothing(string folder) =>
        SourceTree.Source(folder).Assembly.Types.Select(type => type.Name).Where(name => Words().Matches(name).Any(word => Empty.Contains(word.Value))).ShouldBeEmpty();

    [Fact]
    public void No_file_or_folder_has_a_name_that_says_nothing() =>
        SourceTree.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => file.Split('/').Any(part => Words().Matches(part).Any(word => Empty.Contains(word.Value)))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_namespace_follows_its_folder(string folder)
    {
        var wrong = SourceTree.Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => (File: file, Match: Namespace().Match(SourceTree.Read(file))))
            .Where(found => found.Match.Success)
            .Where(found => !found.Match.Groups["name"].Value.EndsWith(string.Concat(found.File[folder.Length..found.File.LastIndexOf('/')].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => "." + part)), StringComparison.Ordinal));

        wrong.Select(found => $"{found.File}: {found.Match.Groups["name"].Value}").ShouldBeEmpty();
    }

    [GeneratedRegex("[A-Z][a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Words();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
