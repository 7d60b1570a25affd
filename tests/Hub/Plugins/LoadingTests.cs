using System.Runtime.Loader;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Plugins.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_good_plugin_loads()
    {
        var plugin = TestPlugins.Open("Good");

        plugin.Activate().ShouldBeTrue(plugin.Problem);

        plugin.State.ShouldBe(PluginState.Loaded);
        plugin.Problem.ShouldBeNull();
        plugin.Adapter.ShouldNotBeNull().GetType().FullName.ShouldBe("TestPlugins.Good.GoodAdapter");
        AssemblyLoadContext.GetLoadContext(plugin.Adapter.GetType().Assembly)!.Name.ShouldBe("plugin good");
    }

    [Fact]
    public void No_code_loads_before_it_is_asked_for()
    {
        var plugin = TestPlugins.Open("ThrowsInConstructor");

        plugin.State.ShouldBe(PluginState.Found);
        plugin.Manifest.ShouldNotBeNull().Description["en"].ShouldBe("A plugin for a test.");
        plugin.Adapter.ShouldBeNull();
    }

    [Fact]
    public void Code_loads_once_however_often_it_is_asked_for()
    {
        var plugin = TestPlugins.Open("Good");

        Parallel.For(0, 8, _ => plugin.Activate());

        var adapter = plugin.Adapter;
        plugin.Activate().ShouldBeTrue();
        plugin.Adapter.ShouldBeSameAs(adapter);
    }

    [Fact]
    public void A_throwing_constructor_is_told_by_type_and_plugin_and_never_by_message()
    {
        var plugin = TestPlugins.Open("ThrowsInConstructor");

        plugin.Activate().ShouldBeFalse();

        plugin.State.ShouldBe(PluginState.Broken);
        plugin.Problem.ShouldBe(
            $"{plugin.Folder}: plugin 'throws-in-constructor' failed while its entry type TestPlugins.ThrowsInConstructor.ThrowingAdapter was made: System.InvalidTimeZoneException. Ask its maker to mend it.");
    }

    [Fact]
    public void A_plugin_that_ships_its_own_Sdk_is_refused_before_its_code_loads()
    {
        var plugin = TestPlugins.Open("ShipsOwnSdk");

        plugin.State.ShouldBe(PluginState.Broken);
        plugin.Problem.ShouldBe(
            $"{plugin.Folder}: plugin 'ships-own-sdk' ships its own IntegrationHub.Adapters.Sdk.dll and IntegrationHub.Contracts.dll, which the hub supplies. In the plugin's project put "
            + "Private=\"false\" ExcludeAssets=\"runtime\" on the references to the Sdk and to Contracts (name both; as packages: ExcludeAssets=\"runtime\"), remove these files and build again.");
        plugin.Activate().ShouldBeFalse();
        AssemblyLoadContext.All.ShouldNotContain(context => context.Name == "plugin ships-own-sdk");
    }

    [Fact]
    public void A_plugin_that_asks_for_a_newer_Sdk_is_refused_before_its_code_loads()
    {
        var plugin = TestPlugins.Open("WantsNewerSdk");

        plugin.State.ShouldBe(PluginState.Broken);
        plugin.Problem.ShouldBe(
            $"{Path.Combine(plugin.Folder, "adapter.json")}: $.sdk asks for Sdk >=99.0.0 <100.0.0, but this hub has {SdkVersion.Current}. Upgrade the hub, or use an older version of plugin 'wants-newer-sdk'.");
    }

    [Fact]
    public void A_plugin_made_for_an_older_Sdk_is_refused()
    {
        var plugin = Plugin.Open(folder.Copy("Good", "older", json => json["sdk"] = ">=0.0 <0.1"));

        plugin.Problem.ShouldNotBeNull().ShouldEndWith($"but this hub has {SdkVersion.Current}. Use a newer version of plugin 'good'.");
    }

    [Fact]
    public void An_entry_type_that_is_missing_is_named()
    {
        var plugin = TestPlugins.Open("MissingEntryType");

        plugin.Activate().ShouldBeFalse();

        plugin.Problem.ShouldBe(
            $"{Path.Combine(plugin.Folder, "adapter.json")}: $.entryType 'TestPlugins.MissingEntryType.AdapterThatIsNotHere' is not in that assembly. Correct the name or TestPlugins.MissingEntryType.dll.");
    }

    [Theory]
    [InlineData("NotAnAdapter", "does not implement IAdapter")]
    [InlineData("ShyAdapter", "has no public constructor without parameters")]
    public void An_entry_type_that_cannot_be_one_says_why(string type, string why)
    {
        var plugin = Plugin.Open(folder.Copy("Good", type, json => json["entryType"] = $"TestPlugins.Good.{type}"));

        plugin.Activate().ShouldBeFalse();

        plugin.Problem.ShouldNotBeNull().ShouldContain($"$.entryType 'TestPlugins.Good.{type}' {why}.");
    }

    [Fact]
    public void An_assembly_that_is_missing_is_named()
    {
        var plugin = Plugin.Open(folder.Copy("Good", "good", json => json["assembly"] = "Elsewhere.dll"));

        plugin.State.ShouldBe(PluginState.Broken);
        plugin.Problem.ShouldBe($"{folder.File("good")}/adapter.json: $.assembly names 'Elsewhere.dll', which is not in this folder. Copy the whole build output, or correct the name.");
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_told()
    {
        var path = folder.Copy("Good", "good");
        File.WriteAllText(Path.Combine(path, "TestPlugins.Good.dll"), "not an assembly");
        var plugin = Plugin.Open(path);

        plugin.Activate().ShouldBeFalse();

        plugin.Problem.ShouldBe($"{path}/TestPlugins.Good.dll: is not a .NET assembly that this machine can load. Build plugin 'good' again.");
    }

    [Fact]
    public void A_broken_manifest_keeps_the_folder_as_its_name_and_all_its_errors()
    {
        var plugin = TestPlugins.Open("BrokenManifest");

        plugin.State.ShouldBe(PluginState.Broken);
        plugin.Id.ShouldBe("BrokenManifest");
        plugin.Manifest.ShouldBeNull();
        plugin.Problems.Count.ShouldBe(11);
    }

    [Fact]
    public void Two_plugins_with_different_versions_of_one_library_each_use_their_own()
    {
        Greeting("UsesGreetingOne").ShouldBe("good morning");
        Greeting("UsesGreetingTwo").ShouldBe("good evening");
    }

    [Fact]
    public void A_library_that_the_plugin_forgot_is_named_when_it_is_missed()
    {
        var path = folder.Copy("UsesGreetingOne", "greeting");
        File.Delete(Path.Combine(path, "TestPlugins.Greeting.dll"));
        var plugin = Plugin.Open(path);
        plugin.Activate().ShouldBeTrue(plugin.Problem);

        var missing = Should.Throw<FileNotFoundException>(() => Normalise(plugin));

        missing.FileName.ShouldNotBeNull().ShouldStartWith("TestPlugins.Greeting,");
    }

    [Fact]
    public void A_library_of_the_hub_is_not_lent_to_a_plugin()
    {
        var plugin = TestPlugins.Open("Good");
        plugin.Activate().ShouldBeTrue(plugin.Problem);
        var context = AssemblyLoadContext.GetLoadContext(plugin.Adapter!.GetType().Assembly)!;

        Should.Throw<FileNotFoundException>(() => context.LoadFromAssemblyName(typeof(ShouldBeTestExtensions).Assembly.GetName()));
    }

    [Fact]
    public void The_Sdk_the_contracts_and_the_frameworks_are_those_of_the_hub()
    {
        var plugin = TestPlugins.Open("Good");
        plugin.Activate().ShouldBeTrue(plugin.Problem);
        var context = AssemblyLoadContext.GetLoadContext(plugin.Adapter!.GetType().Assembly)!;

        Type[] shared = [typeof(IAdapter), typeof(Contracts.Fact), typeof(Microsoft.Extensions.Logging.ILogger), typeof(Microsoft.Extensions.Http.HttpMessageHandlerBuilder), typeof(System.Text.Json.JsonSerializer)];
        foreach (var type in shared)
            context.LoadFromAssemblyName(type.Assembly.GetName()).ShouldBeSameAs(type.Assembly);
    }

    private static string Greeting(string name)
    {
        var plugin = TestPlugins.Open(name);
        plugin.Activate().ShouldBeTrue(plugin.Problem);
        return Normalise(plugin).Rejections.Single().Expected;
    }

    private static Normalised Normalise(Plugin plugin) =>
        ((IRecordNormaliser)plugin.Adapter!).Normalise(new SourceRecord { Id = "1", Kind = "greeting", Raw = ReadOnlyMemory<byte>.Empty });
}
