using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Architecture.Tests;

/// <summary>What an IT team finds in the folder of any system.</summary>
public sealed partial class AdapterFolderTests
{
    public static TheoryData<string> Adapters => new(SourceTree.Adapters.Select(project => project.Folder));

    public static TheoryData<string> AllAdapters => new(SourceTree.Adapters.Select(project => project.Folder).Concat(SourceTree.Mappings));

    public static TheoryData<string> Mappings => new(SourceTree.Mappings);

    [Theory]
    [MemberData(nameof(AllAdapters))]
    public void It_holds_a_manifest_a_README_and_a_sample(string folder)
    {
        ((string[])["adapter.json", "README.md", "sample/"]).Where(needed => !SourceTree.Files.Any(file => file.StartsWith($"{folder}/{needed}", StringComparison.Ordinal)))
            .ShouldBeEmpty($"{folder} lacks these");
    }

    [Theory]
    [MemberData(nameof(AllAdapters))]
    public void The_README_of_the_root_leads_to_it(string folder) =>
        File.ReadAllText(SourceTree.Full("README.md")).ShouldContain($"]({folder}/README.md)");

    [Theory]
    [MemberData(nameof(Adapters))]
    public void Its_manifest_is_sound_and_named_as_the_folder(string folder)
    {
        var reading = ManifestReader.Read(SourceTree.Full($"{folder}/adapter.json"));

        reading.Errors.ShouldBeEmpty();
        reading.Manifest!.Id.ShouldBe(JsonNamingPolicy.KebabCaseLower.ConvertName(Path.GetFileName(folder)));
        reading.Manifest.Assembly.ShouldBe(SourceTree.Source(folder).AssemblyName + ".dll");
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public void A_plugin_without_code_has_a_sound_manifest_named_as_the_folder_and_runs_on_the_plugin_that_reads_mappings(string folder)
    {
        var catalog = new PluginCatalog([SourceTree.Full(folder), SourceTree.Source("src/Adapters/Mapped").OutputFolder]);

        var plugin = catalog.Plugins[0];

        plugin.Id.ShouldBe(JsonNamingPolicy.KebabCaseLower.ConvertName(Path.GetFileName(folder)));
        plugin.Activate().ShouldBeTrue(plugin.Problem);
        plugin.Adapter!.GetType().Name.ShouldBe("MappedAdapter");
    }

    [Theory]
    [MemberData(nameof(Adapters))]
    public void What_is_built_is_a_plugin_that_loads(string folder)
    {
        var plugin = Plugin.Open(SourceTree.Source(folder).OutputFolder);

        plugin.Activate().ShouldBeTrue(plugin.Problem);
    }

    [Theory]
    [MemberData(nameof(Adapters))]
    public void Its_types_are_named_as_the_design_asks(string folder)
    {
        var name = Path.GetFileName(folder);

        SourceTree.Source(folder).Assembly.Types.Select(type => type.Name).ShouldContain($"{name}Adapter");
        SourceTree.Source(folder).Assembly.Types.Select(type => type.Name).ShouldContain($"{name}Options");
    }

    [Theory]
    [MemberData(nameof(AllAdapters))]
    public void Its_sample_and_README_name_no_real_citizen(string folder)
    {
        var real = SourceTree.Files.Where(file => file.StartsWith($"{folder}/sample/", StringComparison.Ordinal) || file == $"{folder}/README.md")
            .SelectMany(file => ElevenDigits().Matches(SourceTree.Read(file)).Select(match => (File: file, match.Value)))
            .Where(found => Insz.TryParse(found.Value, out var insz) && !insz.IsTest)
            .Select(found => found.File);

        real.Distinct().ShouldBeEmpty("only the government's test numbers (month 60-72) may stand in a sample");
    }

    [GeneratedRegex(@"(?<!\d)\d{2}\.?\d{2}\.?\d{2}[-. ]?\d{3}[.-]?\d{2}(?!\d)")]
    private static partial Regex ElevenDigits();
}
