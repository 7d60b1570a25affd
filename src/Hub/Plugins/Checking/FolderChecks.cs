using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Plugins.Checking.Options;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Plugins.Checking;

/// <summary>What can be told of any plugin from its folder: manifest, loading, options schema, sample and README.</summary>
public static class FolderChecks
{
    internal const string ManifestProperty = "The manifest is valid";
    internal const string LoadsProperty = "It loads from its published folder";

    /// <summary><c>adapter.json</c> says what it must, and nothing else.</summary>
    public static Finding Manifest(PluginFolder folder)
    {
        var plugin = Plugin.Open(folder.Built);
        return Finding.Of(ManifestProperty, plugin.Manifest is null ? plugin.Problems : []);
    }

    /// <summary>The built folder holds all that the hub needs to load it.</summary>
    public static Finding Loads(PluginFolder folder) => folder.Plugin.Manifest is null
        ? Finding.Fails(LoadsProperty, folder.SeeWhyBroken!)
        : Finding.Of(LoadsProperty, folder.Plugin.Problems);

    /// <summary><c>options.schema.json</c> is what the options types say now.</summary>
    public static Finding SchemaIsCurrent(PluginFolder folder)
    {
        const string property = "The options schema is current";
        var (schema, problem) = Schema(folder);
        if (schema is null)
            return problem is null ? Finding.Holds(property) : Finding.Fails(property, problem);
        var file = Path.Combine(folder.Source, OptionsSchema.FileName);
        var again = $"Write it anew: hub adapters check {folder.Source} --write-schema";
        if (!File.Exists(file))
            return Finding.ToSupply(property, $"{file} is missing. {again}");
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllBytes(file)), schema) ? Finding.Holds(property) : Finding.Fails(property, $"{file} is not what the options are now. {again}");
        }
        catch (JsonException)
        {
            return Finding.Fails(property, $"{file} is not JSON. {again}");
        }
    }

    /// <summary>Writes <c>options.schema.json</c> beside the manifest.</summary>
    /// <returns>A sentence when it cannot; null when it did, or when the plugin has no code and so no schema of its own.</returns>
    public static string? WriteSchema(PluginFolder folder)
    {
        var (schema, problem) = Schema(folder);
        if (schema is not null)
            File.WriteAllText(Path.Combine(folder.Source, OptionsSchema.FileName), OptionsSchema.Text(schema));
        return problem;
    }

    /// <summary>The README shows the sample and names every option.</summary>
    public static async Task<Finding> ReadmeAsync(PluginFolder folder)
    {
        const string property = "The README holds the sample and every option";
        var file = Path.Combine(folder.Source, "README.md");
        if (!File.Exists(file))
            return Finding.ToSupply(property, $"{file} is missing. Write what the plugin connects, its options with their defaults, and the sample.");
        var text = await File.ReadAllTextAsync(file);
        var problems = new List<string>();
        var (sample, _) = SampleOptions.Read(folder);
        if (sample is not null && !ReadmeSample.IsIn(text, sample))
            problems.Add($"{file}: no JSON block holds the options of {SampleOptions.Name} as they are there. Copy them into the README, or bring the two in line.");
        var (schema, _) = Schema(folder);
        var options = schema is not null ? OptionsSchema.Paths(schema) : folder.Plugin.Mapping is not null ? await AskedOptions.OfAsync(folder, sample ?? []) : [];
        foreach (var option in options.Where(option => !text.Contains($"`{option}`", StringComparison.Ordinal)))
            problems.Add($"{file}: the option `{option}` is not named. Put it in the table of options, with its default.");
        return Finding.Of(property, problems);
    }

    /// <summary>The schema; a problem when there is none but should be; neither for a plugin without code, whose options its mapping names.</summary>
    private static (JsonObject? Schema, string? Problem) Schema(PluginFolder folder)
    {
        if (folder.Plugin.Adapter is not { } adapter)
            return (null, folder.Plugin.Problem ?? "The plugin does not load.");
        if (folder.Plugin.Mapping is not null)
            return (null, null);
        var (sample, _) = SampleOptions.Read(folder);
        try
        {
            return (OptionsSchema.Of(folder.Plugin.Id, OptionTypes.Of(adapter, sample ?? [])), null);
        }
        catch (Exception e)
        {
            return (null, $"The options of '{folder.Plugin.Id}' could not be told: {Thrown.Describe(e)}. Register has to work with the sample options, and options have to be types that JSON can hold.");
        }
    }
}
