using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Plugins.Checking.Trial;
using IntegrationHub.Plugins.Instances;

namespace IntegrationHub.Plugins.Checking.TestCases;

/// <summary>One folder below <c>testcases</c>: an input, how it is read, and what it must become.</summary>
internal sealed class TestCase(PluginFolder plugin, string folder)
{
    public const string FolderName = "testcases";

    public string Name => Path.GetFileName(folder);

    public string ExpectedFacts => Path.Combine(folder, "expected.json");

    public string ExpectedRejections => Path.Combine(folder, "expected.rejected");

    public static IReadOnlyList<TestCase> Of(PluginFolder plugin)
    {
        var all = Path.Combine(plugin.Source, FolderName);
        return Directory.Exists(all) ? [.. Directory.GetDirectories(all).Order(StringComparer.Ordinal).Select(folder => new TestCase(plugin, folder))] : [];
    }

    /// <summary>The case set up, or a sentence why it cannot be.</summary>
    public async Task<(OpenedCase? Opened, string? Problem)> OpenAsync(CancellationToken token)
    {
        if (Directory.GetFiles(folder, "input.*") is not [var input])
            return (null, $"{folder} holds not exactly one file input.*. Put what the source gives there.");
        var file = Path.Combine(folder, TestCaseReading.FileName);
        if (!File.Exists(file))
            return (null, $"{file} is missing. Write how the input is read: {TestCaseReading.Forms}.");
        TestCaseReading reading;
        try
        {
            reading = TestCaseReading.Read(file);
        }
        catch (JsonException e)
        {
            return (null, $"{file}: line {e.LineNumber + 1}, {e.Path ?? "$"}: not as expected. Write {TestCaseReading.Forms}.");
        }

        var bytes = await File.ReadAllBytesAsync(input, token);
        var work = Directory.CreateTempSubdirectory("hub-case-").FullName;
        var result = await CreateAsync(reading, bytes, work, token);
        if (result.Instance is not { } instance)
        {
            Directory.Delete(work, recursive: true);
            return (null, $"{Name}: {string.Join('\n', result.Errors)}");
        }

        return (new OpenedCase(this, instance, reading, bytes, work), null);
    }

    private async Task<InstanceResult> CreateAsync(TestCaseReading reading, byte[] bytes, string work, CancellationToken token)
    {
        var (sample, problem) = SampleOptions.Read(plugin);
        if (sample is null)
            return new(null, [problem!]);
        foreach (var (name, value) in reading.Options)
            sample[name] = value?.DeepClone();
        if (reading.File is { } fileName)
        {
            await FolderTrial.PutAsync(work, fileName, bytes, token);
            sample[reading.Option] = JsonValue.Create(work);
        }

        return await SampleOptions.Host(plugin).CreateAsync(sample);
    }
}
