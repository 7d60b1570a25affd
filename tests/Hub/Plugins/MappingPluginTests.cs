using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Manifest;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Plugins.Tests;

/// <summary>A plugin without code: an adapter.json that names a mapping, which the plugin <c>mapped</c> runs.</summary>
public sealed class MappingPluginTests : IDisposable
{
    private const string At = "sources[0] (ocmw-gent).options";

    private readonly TemporaryFolder folder = new();
    private readonly ListLoggerFactory loggers = new();

    public void Dispose()
    {
        loggers.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task It_is_run_by_the_code_of_another_and_told_where_its_mapping_is()
    {
        var plugin = WithRunner().Find("paper").ShouldNotBeNull();

        await using var instance = (await Create(plugin, """{ "partner": "ocmw-gent" }""")).Instance.ShouldNotBeNull();

        (await instance.Check.ShouldNotBeNull().CheckAsync(TestContext.Current.CancellationToken)).Detail.ShouldBe($"{folder.File("paper/source.yaml")} for ocmw-gent");
        plugin.State.ShouldBe(PluginState.Loaded);
        plugin.Manifest!.HasCode.ShouldBeFalse();
    }

    [Fact]
    public async Task An_option_that_nothing_reads_is_reported_and_so_is_a_mapping_of_the_source()
    {
        var plugin = WithRunner().Find("paper").ShouldNotBeNull();

        (await Create(plugin, """{ "partner": "a", "partnr": "a" }""")).Errors.ShouldBe([$"{At}: 'partnr' is not an option; did you mean 'partner'?"]);
        (await Create(plugin, """{ "partner": "a", "mapping": "mine.yaml" }""")).Errors
            .ShouldBe([$"{At}.mapping: plugin 'paper' has a mapping of its own. Remove the option, or name the adapter 'mapped' to use another file."]);
    }

    [Fact]
    public void Without_the_plugin_that_runs_it_it_says_which_one_is_missing()
    {
        Paper();

        var plugin = new PluginCatalog([folder.Path]).Find("paper").ShouldNotBeNull();

        plugin.Activate().ShouldBeFalse();
        plugin.Problem.ShouldBe($"{folder.File("paper")}: plugin 'paper' has a mapping and no code: it runs on plugin 'mapped', which is not installed. Put 'mapped' in a plugin folder of the hub.");
    }

    [Fact]
    public void On_a_plugin_that_is_broken_it_says_why()
    {
        Paper();
        folder.Copy("ThrowsInConstructor", "mapped", json => json["id"] = "mapped");

        var plugin = new PluginCatalog([folder.Path]).Find("paper").ShouldNotBeNull();

        plugin.Activate().ShouldBeFalse();
        plugin.Problem.ShouldNotBeNull().ShouldStartWith($"{folder.File("paper")}: plugin 'paper' runs on plugin 'mapped', which is broken. ");
    }

    [Fact]
    public void A_mapping_that_is_not_there_is_told_before_anything_loads()
    {
        Paper();
        File.Delete(folder.File("paper/source.yaml"));

        Plugin.Open(folder.File("paper")).Problem.ShouldBe($"{folder.File("paper/adapter.json")}: $.mapping names 'source.yaml', which is not in this folder. Copy it there, or correct the name.");
    }

    [Fact]
    public void Another_mapping_in_its_folder_is_read_anew()
    {
        var catalog = WithRunner();
        catalog.LoadAll();
        folder.Write("paper/source.yaml", "source: 1 # another");

        catalog.Rescan([folder.Path]).Select(change => (change.Kind, change.Detail)).ShouldBe([(PluginChangeKind.Changed, "it has no code, its mapping is read anew")]);
    }

    [Theory]
    [InlineData("assembly", "\"Paper.dll\"", "$.assembly stands beside $.mapping; a plugin has either code or a mapping. Remove one of the two.")]
    [InlineData("mapping", "\"../source.yaml\"", "$.mapping expected the file name of a mapping in this folder, ending in '.yaml', found '../source.yaml'.")]
    [InlineData("provides", "[\"source\", \"destination\"]", "$.provides names 'destination', but a plugin with a mapping can only be a source. Remove it.")]
    public void A_wrong_manifest_is_reported(string property, string value, string expected)
    {
        var file = Path.Combine(Paper(json => json[property] = JsonNode.Parse(value)), "adapter.json");

        ManifestReader.Read(file).Errors.ShouldBe([$"{file}: {expected}"]);
    }

    private PluginCatalog WithRunner()
    {
        Paper();
        folder.Copy("Good", "mapped", json =>
        {
            json["id"] = "mapped";
            json["entryType"] = "TestPlugins.Good.MappingAdapter";
        });
        return new PluginCatalog([folder.Path]);
    }

    private string Paper(Action<JsonObject>? change = null)
    {
        var json = JsonNode.Parse("""
            {
              "id": "paper", "version": "1.0.0", "sdk": ">=0.1 <1.0", "mapping": "source.yaml", "provides": ["source"],
              "description": { "nl": "Papier.", "en": "Paper." }, "contracts": ["employment-ended"], "personalData": ["insz"]
            }
            """)!.AsObject();
        change?.Invoke(json);
        folder.Write("paper/adapter.json", json.ToJsonString());
        folder.Write("paper/source.yaml", "source: 1");
        return folder.File("paper");
    }

    private Task<InstanceResult> Create(Plugin plugin, string options)
    {
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(options))).Build();
        var services = new InstanceServices { Time = TimeProvider.System, Loggers = loggers, Secrets = new NoSecrets() };
        return PluginInstance.CreateAsync(plugin, PluginRole.Source, new InstanceContext("ocmw-gent", "/etc", 1_000_000), configuration, services, At);
    }

    private sealed class NoSecrets : ISecrets
    {
        public string Open(string reference) => throw new PermanentFailureException(reference);
    }
}
