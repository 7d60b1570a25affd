using System.Text.Json.Nodes;
using IntegrationHub.Plugins.Checking;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>Each property of a plugin's folder and of its normaliser, and a folder that lacks it.</summary>
public sealed class FolderMistakes : IDisposable
{
    private readonly string folder = PluginOnRequest.Copy(Directory.CreateTempSubdirectory("hub-kit-").FullName);

    public static TheoryData<string, string, Func<PluginConformance, Task>, string> Files => new()
    {
        { "adapter.json", """{ "id": "Letters", "colour": "red" }""", kit => Run(kit.The_manifest_is_valid), "colour" },
        { "Letters.dll", "no assembly", kit => Run(kit.It_loads_from_its_published_folder), "is not a .NET assembly" },
        { "IntegrationHub.Contracts.dll", "a copy", kit => Run(kit.It_loads_from_its_published_folder), "ships its own IntegrationHub.Contracts.dll" },
        { "options.schema.json", "{}", kit => Run(kit.The_options_schema_is_current), "--write-schema" },
        { "sample/options.json", """{ "pageSize": 0 }""", kit => kit.The_sample_options_are_valid(), "folder: put the folder with letters there." },
        { "sample/options.json", """{ "folder": "letters", "pageSise": 2 }""", kit => kit.The_sample_options_are_valid(), "'pageSise' is not an option" },
        { "README.md", "# Letters `folder` `pageSize` `fault`", kit => kit.The_README_holds_the_sample_and_every_option(), "the option `port` is not named" },
        { "README.md", "# Letters\n```json\n{ \"folder\": \"letters\" }\n```\n", kit => kit.The_README_holds_the_sample_and_every_option(), "no JSON block holds the options" },
    };

    public static TheoryData<string, Func<NormaliserConformance, Task>, string> Normalisers => new()
    {
        { "throws-on-bytes", kit => kit.Any_bytes_end_accepted_or_rejected(), "it throws System.IndexOutOfRangeException in LetterNormaliser.Normalise" },
        { "repeats-values", kit => kit.Any_bytes_end_accepted_or_rejected(), "a rejection repeats a value of the input" },
        { "says-nothing-to-do", kit => kit.Any_bytes_end_accepted_or_rejected(), "or not what to do" },
        { "counts", kit => kit.The_same_input_gives_the_same_output(), "gives another result when it is read again" },
        { "name-in-the-clear", kit => kit.Every_test_case_gives_what_is_expected(), "expected other facts" },
        { "repeats-values", kit => kit.Every_test_case_gives_what_is_expected(), "expected other rejections" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_kit_catches(string file, string text, Func<PluginConformance, Task> test, string said)
    {
        File.WriteAllText(Path.Combine(folder, file), text);

        (await Caught.ByAsync<PluginConformance>(new Subject(folder), test)).ShouldContain(said, Case.Sensitive);
    }

    [Theory]
    [MemberData(nameof(Normalisers))]
    public async Task The_kit_catches_a_normaliser_that(string fault, Func<NormaliserConformance, Task> test, string said)
    {
        Break(fault);

        (await Caught.ByAsync<NormaliserConformance>(new Cases(folder), test)).ShouldContain(said, Case.Sensitive);
    }

    [Theory]
    [InlineData("dispose-throws", "Stopping it throws System.InvalidOperationException")]
    [InlineData("second-start", "The second instance is not made, after the first was stopped")]
    public async Task The_kit_catches_a_plugin_that_does_not_stop_well(string fault, string said)
    {
        Break(fault);

        (await Caught.ByAsync<PluginConformance>(new Subject(folder), kit => kit.It_starts_and_stops_and_stops_twice())).ShouldContain(said, Case.Sensitive);
    }

    [Theory]
    [InlineData("sample/options.json")]
    [InlineData("README.md")]
    [InlineData("options.schema.json")]
    public async Task What_is_not_there_is_to_be_supplied_and_never_skipped(string file)
    {
        File.Delete(Path.Combine(folder, file));

        var findings = await PluginCheck.RunAsync(PluginFolder.At(folder), TestContext.Current.CancellationToken);
        findings.ShouldContain(finding => finding.Verdict == Verdict.ToSupply && finding.Detail.Contains($"{file} is missing"));
        (await Caught.ByAsync<PluginConformance>(new Subject(folder), async kit =>
        {
            kit.The_options_schema_is_current();
            await kit.The_README_holds_the_sample_and_every_option();
            await kit.The_sample_options_are_valid();
        })).ShouldContain("is missing");
    }

    [Fact]
    public async Task Without_test_cases_there_is_nothing_to_pass()
    {
        Directory.Delete(Path.Combine(folder, "testcases"), recursive: true);

        (await Caught.ByAsync<NormaliserConformance>(new Cases(folder), kit => kit.Every_test_case_gives_what_is_expected())).ShouldContain("There are no test cases. Make ");
    }

    [Theory]
    [InlineData("contracts", "person-changed", "contracts does not name 'employment-ended', which is made here.")]
    [InlineData("personalData", "contact", "personalData does not name 'insz', which is passed on here.")]
    [InlineData("personalData", "insz", "personalData does not name 'name', which is passed on here.")]
    public async Task What_is_made_and_not_named_in_the_manifest_is_told(string property, string value, string said)
    {
        ChangeManifest(property, new JsonArray(value));

        (await Caught.ByAsync<NormaliserConformance>(new Cases(folder), kit => kit.Every_test_case_gives_what_is_expected())).ShouldContain(said);
    }

    [Fact]
    public async Task Of_a_broken_plugin_one_test_tells_why_and_the_others_which()
    {
        const string See = "The plugin does not load: see 'The manifest is valid'.";
        ChangeManifest("version", "one");

        (await Caught.ByAsync<PluginConformance>(new Subject(folder), kit => Run(kit.The_manifest_is_valid))).ShouldContain("version");
        (await Caught.ByAsync<PluginConformance>(new Subject(folder), kit => Run(kit.It_loads_from_its_published_folder))).ShouldEndWith(See);
        (await Caught.ByAsync<PluginConformance>(new Subject(folder), kit => kit.The_sample_options_are_valid())).ShouldBe(See);
        (await Caught.ByAsync<NormaliserConformance>(new Cases(folder), kit => kit.The_same_input_gives_the_same_output())).ShouldBe(See);
        File.WriteAllText(Path.Combine(folder, "adapter.json"), File.ReadAllText(Path.Combine(PluginOnRequest.Folder.Source, "adapter.json")));
        File.WriteAllText(Path.Combine(folder, "Letters.dll"), "no assembly");
        (await Caught.ByAsync<PluginConformance>(new Subject(folder), kit => kit.The_sample_options_are_valid())).ShouldBe("The plugin does not load: see 'It loads from its published folder'.");
    }

    [Fact]
    public async Task A_check_that_was_cancelled_holds_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => NormaliserChecks.TakesAnyBytesAsync(PluginFolder.At(folder), 10, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void The_schema_written_anew_is_current()
    {
        File.WriteAllText(Path.Combine(folder, "options.schema.json"), "{}");
        FolderChecks.WriteSchema(PluginFolder.At(folder)).ShouldBeNull();

        FolderChecks.SchemaIsCurrent(PluginFolder.At(folder)).Verdict.ShouldBe(Verdict.Holds);
        File.ReadAllText(Path.Combine(folder, "options.schema.json")).ShouldBe(File.ReadAllText(Path.Combine(PluginOnRequest.Folder.Source, "options.schema.json")));
    }

    [Fact]
    public async Task What_a_sound_plugin_still_needs_is_named()
    {
        var findings = await PluginCheck.RunAsync(PluginFolder.At(folder), TestContext.Current.CancellationToken);

        findings.Where(finding => finding.Verdict == Verdict.Fails).ShouldBeEmpty();
        findings.Single(finding => finding.Verdict == Verdict.ToSupply).Detail.ShouldContain("inherit PullConformance and DestinationConformance");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task Run(Action test)
    {
        test();
        return Task.CompletedTask;
    }

    private void ChangeManifest(string property, JsonNode value)
    {
        var file = Path.Combine(folder, "adapter.json");
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        manifest[property] = value;
        File.WriteAllText(file, manifest.ToJsonString());
    }

    private void Break(string fault)
    {
        var file = Path.Combine(folder, "sample", "options.json");
        var options = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        options["fault"] = fault;
        File.WriteAllText(file, options.ToJsonString());
    }

    private sealed class Subject(string folder) : PluginConformance(PluginFolder.At(folder));

    private sealed class Cases(string folder) : NormaliserConformance(PluginFolder.At(folder));
}
