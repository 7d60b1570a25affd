using System.Text.RegularExpressions;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Adapters.Mapped.Tests.Guessing;

/// <summary>Every sample of the repository, as far as it is a file that a mapping can read: what comes out repeats no INSZ, and is read or has its questions open.</summary>
public sealed partial class AGuessOfEverySample
{
    private static readonly string[] Formats = [".csv", ".json", ".jsonl", ".xml", ".xlsx"];

    public static TheoryData<string> Samples => new(Directory.GetDirectories(Path.Combine(Repository.Root, "src", "Adapters"))
        .Select(adapter => Path.Combine(adapter, "sample")).Where(Directory.Exists).SelectMany(sample => Directory.GetFiles(sample, "*", SearchOption.AllDirectories))
        .Where(file => Formats.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != "hub.json").Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Repeats_no_INSZ_and_can_be_tried(string sample)
    {
        var file = Path.Combine(Repository.Root, sample);

        var yaml = await new MappedAdapter().ProposeAsync(file, null, TestContext.Current.CancellationToken);

        ElevenDigits().IsMatch(yaml).ShouldBeFalse(yaml);
        var reading = DocumentReader.Read("source.yaml", yaml, name => name == "partner" ? "someone" : null);
        if (reading.Mistakes.Count > 0)
        {
            var lines = yaml.Split('\n');
            foreach (var mistake in reading.Mistakes)
                lines.Take(int.Parse(Line().Match(mistake).Groups["line"].Value)).Reverse().Take(25).ShouldContain(line => line.Contains("QUESTION", StringComparison.Ordinal), mistake);
            return;
        }

        using var source = new MappedSource(yaml, new Dictionary<string, string?> { ["partner"] = "someone" });
        File.Copy(file, Path.Combine(source.Folder, Path.GetFileName(file)));
        var rows = await source.NormalisedAsync();
        rows.ShouldNotBeEmpty();
        rows.ShouldContain(row => !row.IsRejected);
    }

    [GeneratedRegex(@"(?<!\d)\d{11}(?!\d)")]
    private static partial Regex ElevenDigits();

    [GeneratedRegex(@"^source\.yaml\((?<line>\d+),", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
