using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Checking.TestCases;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Plugins.Checking;

/// <summary>What can be told of a normaliser from the plugin's test cases.</summary>
public static class NormaliserChecks
{
    /// <summary>Each test case becomes exactly what stands beside it, and nothing that the manifest does not name.</summary>
    public static Task<Finding> TestCasesAsync(PluginFolder folder, CancellationToken token) => EachAsync("Every test case gives what is expected", folder, async (opened, problems) =>
    {
        var results = await NormaliseAsync(opened, token);
        Compare(opened.Case.ExpectedFacts, CanonicalFacts.Of(results), problems);
        Compare(opened.Case.ExpectedRejections, CanonicalFacts.Rejections(results), problems);
        problems.AddRange(ManifestPromise.Broken(folder.Plugin.Manifest!, results.SelectMany(one => one.Result.Facts)).Select(broken => $"{opened.Case.Name}: {broken}"));
    }, token);

    /// <summary>Writes down what every test case gives now, for somebody to read and judge.</summary>
    public static Task<Finding> WriteExpectedAsync(PluginFolder folder, CancellationToken token) => EachAsync("What every test case gives is written down", folder, async (opened, _) =>
    {
        var results = await NormaliseAsync(opened, token);
        var facts = CanonicalFacts.Of(results);
        Write(opened.Case.ExpectedFacts, facts.Count == 0 ? "" : CanonicalFacts.Text(facts));
        Write(opened.Case.ExpectedRejections, CanonicalFacts.Rejections(results));
    }, token);

    /// <summary>The same input gives the same output: again, from another instance, and on many threads at once.</summary>
    public static Task<Finding> IsPureAsync(PluginFolder folder, CancellationToken token) => EachAsync("The same input gives the same output", folder, async (opened, problems) =>
    {
        var (other, problem) = await opened.Case.OpenAsync(token);
        if (other is null)
        {
            problems.Add(problem!);
            return;
        }

        await using (other)
        {
            foreach (var record in await opened.RecordsAsync(token))
            {
                var first = CanonicalFacts.Everything(record, opened.Normaliser.Normalise(record));
                var again = Enumerable.Range(0, 64).AsParallel().Select(i => CanonicalFacts.Everything(record, (i % 4 == 0 ? other : opened).Normaliser.Normalise(record)));
                if (again.Any(text => text != first))
                    problems.Add($"{opened.Case.Name}: a record of kind {record.Kind} gives another result when it is read again. Use no clock, no random number and nothing that is remembered between records.");
            }
        }
    }, token);

    /// <summary>Whatever the bytes, a record ends accepted or rejected; nothing is thrown and no rejection repeats what it found.</summary>
    /// <param name="folder">The plugin.</param>
    /// <param name="spoilt">How many spoilt copies of each record are tried.</param>
    /// <param name="token">Cancels.</param>
    public static Task<Finding> TakesAnyBytesAsync(PluginFolder folder, int spoilt, CancellationToken token) => EachAsync("Any bytes end accepted or rejected", folder, async (opened, problems) =>
    {
        var trial = new AnyBytes(opened, problems);
        foreach (var record in (await opened.RecordsAsync(token)).Take(20))
            trial.Try(record, spoilt, token);
        trial.TryPosted(spoilt, token);
    }, token);

    private static async Task<Finding> EachAsync(string property, PluginFolder folder, Func<OpenedCase, List<string>, Task> check, CancellationToken token)
    {
        var cases = TestCase.Of(folder);
        if (cases.Count == 0)
        {
            return Finding.ToSupply(property,
                $"There are no test cases. Make {Path.Combine(folder.Source, TestCase.FolderName)}/<case>/ with input.* (what the source gives, invented people only) and {TestCaseReading.FileName}: {TestCaseReading.Forms}.");
        }

        var problems = new List<string>();
        foreach (var one in cases)
        {
            var (opened, problem) = await one.OpenAsync(token);
            if (opened is null)
            {
                problems.Add(problem!);
                continue;
            }

            await using (opened)
                await TryAsync(opened, check, problems, token);
        }

        return Finding.Of(property, problems);
    }

    private static async Task TryAsync(OpenedCase opened, Func<OpenedCase, List<string>, Task> check, List<string> problems, CancellationToken token)
    {
        try
        {
            await check(opened, problems);
        }
        catch (Exception e) when (!token.IsCancellationRequested)
        {
            problems.Add($"{opened.Case.Name}: it throws {Thrown.Describe(e)}. A record that cannot be read is rejected, with what was expected.");
        }
    }

    private static async Task<List<(SourceRecord Record, Normalised Result)>> NormaliseAsync(OpenedCase opened, CancellationToken token) =>
        [.. (await opened.RecordsAsync(token)).Select(record => (record, opened.Normaliser.Normalise(record)))];

    private static void Write(string file, string text)
    {
        if (text.Length > 0)
            File.WriteAllText(file, text);
        else
            File.Delete(file);
    }

    private static void Compare(string file, JsonArray found, List<string> problems)
    {
        if (!File.Exists(file) && found.Count == 0)
            return;
        if (!File.Exists(file) || !JsonNode.DeepEquals(Parse(file), found))
            problems.Add($"{file}: expected other facts. Where these are right, write them there (hub adapters check DIR --write-expected does):\n{CanonicalFacts.Text(found)}");
    }

    private static void Compare(string file, string found, List<string> problems)
    {
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n").Trim() : "";
        if (expected != found.Trim())
            problems.Add($"{file}: expected other rejections. Where these are right, write them there (hub adapters check DIR --write-expected does):\n{found}");
    }

    private static JsonNode? Parse(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
