using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins.Tests;

public sealed class CatalogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Broken_plugins_are_shown_and_the_rest_loads()
    {
        var catalog = new PluginCatalog([Path.GetDirectoryName(TestPlugins.Folder("Good"))!]);

        catalog.LoadAll();

        catalog.Problems.ShouldBeEmpty();
        catalog.Plugins.Where(plugin => plugin.State == PluginState.Loaded).Select(plugin => plugin.Id)
            .ShouldBe(["good", "throws-in-register", "uses-greeting-one", "uses-greeting-two"]);
        catalog.Plugins.Where(plugin => plugin.State == PluginState.Broken).Select(plugin => plugin.Id)
            .ShouldBe(["BrokenManifest", "missing-entry-type", "ships-own-sdk", "throws-in-constructor", "wants-newer-sdk"]);
        catalog.Plugins.ShouldAllBe(plugin => plugin.State == PluginState.Broken == (plugin.Problem != null));
    }

    [Fact]
    public void Of_two_plugins_with_one_id_the_second_is_broken()
    {
        folder.Copy("Good", "a-first");
        folder.Copy("Good", "b-second");

        var catalog = new PluginCatalog([folder.Path]);

        catalog.Find("good").ShouldBeSameAs(catalog.Plugins[0]);
        catalog.Plugins.Select(plugin => plugin.State).ShouldBe([PluginState.Found, PluginState.Broken]);
        catalog.Plugins[1].Problem.ShouldBe(
            $"{folder.File("b-second")}/adapter.json: $.id 'good' is already the id of the plugin in {folder.File("a-first")}. Remove one of the two, or give it another id.");
    }

    [Fact]
    public void A_folder_that_is_itself_a_plugin_is_taken_as_one()
    {
        var catalog = new PluginCatalog([TestPlugins.Folder("Good")]);

        catalog.Plugins.Single().Id.ShouldBe("good");
    }

    [Fact]
    public void A_folder_without_manifest_is_no_plugin()
    {
        folder.Write("notes/readme.txt", "nothing here");

        new PluginCatalog([folder.Path]).Plugins.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_a_problem_and_not_a_crash()
    {
        var missing = folder.File("missing");

        new PluginCatalog([missing]).Problems.ShouldBe([$"{missing}: this plugin folder does not exist. Create it, or correct the path."]);
    }

    [Fact]
    public void A_plugin_added_later_is_found_and_the_others_stay()
    {
        folder.Copy("Good", "good");
        var catalog = new PluginCatalog([folder.Path]);
        catalog.LoadAll();
        var first = catalog.Find("good");
        folder.Copy("Good", "another", json => json["id"] = "another");

        catalog.Rescan([folder.Path]).Select(change => (change.Plugin.Id, change.Kind, change.Detail)).ShouldBe([("another", PluginChangeKind.Added, "version 1.2.3")]);

        catalog.Find("another").ShouldNotBeNull().State.ShouldBe(PluginState.Found);
        catalog.Find("good").ShouldBeSameAs(first);
        catalog.Rescan([folder.Path]).ShouldBeEmpty();
    }

    [Fact]
    public void A_rescan_that_is_taken_back_is_found_again_by_the_next()
    {
        folder.Copy("Good", "good");
        var catalog = new PluginCatalog([folder.Path]);
        catalog.LoadAll();
        var first = catalog.Find("good");
        folder.Copy("Good", "another", json => json["id"] = "another");
        catalog.Rescan([folder.Path, folder.File("missing")]);

        catalog.UndoRescan();

        catalog.Plugins.ShouldBe([first!]);
        catalog.Problems.ShouldBeEmpty();
        catalog.Rescan([folder.Path]).ShouldHaveSingleItem().Kind.ShouldBe(PluginChangeKind.Added);
    }

    [Fact]
    public void A_plugin_of_another_version_waits_for_a_restart()
    {
        folder.Copy("Good", "good");
        var catalog = new PluginCatalog([folder.Path]);
        catalog.LoadAll();
        var running = catalog.Find("good");
        Directory.Delete(folder.File("good"), recursive: true);
        folder.Copy("Good", "good", json => json["version"] = "2.0.0");

        catalog.Rescan([folder.Path]).ShouldBe([new(running!, PluginChangeKind.Upgraded, "version 1.2.3 runs, 2.0.0 is in its folder")]);

        catalog.Find("good").ShouldBeSameAs(running);
        running.ShouldNotBeNull().State.ShouldBe(PluginState.Loaded);
    }

    [Fact]
    public void A_plugin_with_other_code_waits_for_a_restart_and_the_code_that_runs_is_not_touched()
    {
        folder.Copy("UsesGreetingOne", "greets");
        var catalog = new PluginCatalog([folder.Path]);
        catalog.LoadAll();
        var running = catalog.Find("uses-greeting-one").ShouldNotBeNull();
        foreach (var file in Directory.GetFiles(folder.File("greets"), "*.dll"))
            File.WriteAllBytes(file, [0]);

        catalog.Rescan([folder.Path]).ShouldBe([new(running, PluginChangeKind.Upgraded, $"{running.Manifest!.Assembly} is another file than the one that runs")]);

        Activator.CreateInstance(running.Adapter!.GetType()).ShouldNotBeNull();
    }

    [Fact]
    public void A_plugin_that_failed_to_load_and_was_mended_loads_without_a_restart()
    {
        folder.Copy("ThrowsInConstructor", "one", json => json["id"] = "one");
        var catalog = new PluginCatalog([folder.Path]);
        catalog.LoadAll();
        catalog.Find("one").ShouldNotBeNull().State.ShouldBe(PluginState.Broken);
        Directory.Delete(folder.File("one"), recursive: true);
        folder.Copy("Good", "one", json => json["id"] = "one");

        catalog.Rescan([folder.Path]).ShouldHaveSingleItem().Kind.ShouldBe(PluginChangeKind.Changed);

        catalog.Find("one").ShouldNotBeNull().Activate().ShouldBeTrue();
    }

    [Fact]
    public void A_plugin_that_was_removed_is_told()
    {
        folder.Copy("Good", "good");
        var catalog = new PluginCatalog([folder.Path]);
        catalog.LoadAll();
        Directory.Delete(folder.File("good"), recursive: true);

        catalog.Rescan([folder.Path]).ShouldHaveSingleItem().Kind.ShouldBe(PluginChangeKind.Removed);

        catalog.Find("good").ShouldBeNull();
    }

    [Fact]
    public void A_manifest_that_was_mended_is_read_anew()
    {
        var path = folder.Copy("Good", "good", json => json["provides"] = "nothing");
        var catalog = new PluginCatalog([folder.Path]);
        catalog.Find("good").ShouldNotBeNull().State.ShouldBe(PluginState.Broken);
        File.Copy(Path.Combine(TestPlugins.Folder("Good"), AdapterManifest.FileName), Path.Combine(path, AdapterManifest.FileName), overwrite: true);

        catalog.Rescan([folder.Path]);

        catalog.Find("good").ShouldNotBeNull().Activate().ShouldBeTrue();
    }
}
