using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Contracts;

namespace IntegrationHub.Plugins.Manifest;

/// <summary>Reads <c>adapter.json</c> strictly: an unknown property is a mistake, and every mistake is reported at once.</summary>
public static partial class ManifestReader
{
    private static readonly string[] Known = ["id", "version", "sdk", "assembly", "entryType", "mapping", "provides", "description", "contracts", "personalData"];
    private static readonly string[] Languages = ["nl", "en"];
    private static readonly string[] Roles = ["source", "destination"];

    /// <summary>Reads one file; a file that cannot be read is an error like any other.</summary>
    public static ManifestReading Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return Read(json.RootElement, file);
        }
        catch (JsonException e)
        {
            return new(null, [$"{file}: is not JSON: line {e.LineNumber + 1}, character {e.BytePositionInLine + 1}. Correct it there."], null);
        }
        catch (InvalidOperationException)
        {
            return new(null, [$"{file}: holds text that is not UTF-8. Save it as UTF-8."], null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, [$"{file}: cannot be read ({e.GetType().Name}). Check that it exists and that the hub may read it."], null);
        }
    }

    private static ManifestReading Read(JsonElement root, string file)
    {
        var errors = new List<string>();
        var json = new ManifestObject(root, file, "$", errors, Known);
        if (root.ValueKind != JsonValueKind.Object)
            return new(null, errors, null);

        var id = json.Text("id", "an id in kebab-case such as 'ocmw'", text => KebabCase().IsMatch(text));
        var version = json.Text("version", "a version such as '1.0.0'", text => Semantic().IsMatch(text));
        var range = default(SdkRange);
        json.Text("sdk", "a range of Sdk versions such as '>=0.1 <1.0'", text => SdkRange.TryParse(text, out range));
        var (assembly, entryType, mapping) = ReadCode(json);
        var provides = json.Names("provides", "roles", Roles, mayBeEmpty: false);
        var description = json.Object("description", Languages);
        var texts = Languages.ToDictionary(language => language, language => description?.Text(language, "one line of text", text => !string.IsNullOrWhiteSpace(text)) ?? "");
        var isSource = provides.Contains("source");
        var contracts = json.Names("contracts", "contracts", FactContract.Names, mayBeEmpty: !isSource);
        if (mapping is not null && provides.Contains("destination"))
            json.Report("provides", "names 'destination', but a plugin with a mapping can only be a source. Remove it.");
        if (provides.Count > 0 && !isSource && contracts.Count > 0)
            json.Report("contracts", "names facts, but $.provides has no 'source'; a destination produces none, leave the list empty.");
        var personal = json.Names("personalData", "categories of personal data", AdapterManifest.PersonalDataCategories, mayBeEmpty: json.Has("personalData"));

        if (errors.Count > 0)
            return new(null, errors, id);
        return new(
            new AdapterManifest
            {
                Id = id!,
                Version = version!,
                Sdk = range!,
                Assembly = assembly,
                EntryType = entryType,
                Mapping = mapping,
                Provides = [.. provides.Select(role => role == "source" ? PluginRole.Source : PluginRole.Destination)],
                Description = texts,
                Contracts = contracts,
                PersonalData = personal,
            },
            [],
            id);
    }

    // Either code or a mapping that the code of another plugin runs.
    private static (string? Assembly, string? EntryType, string? Mapping) ReadCode(ManifestObject json)
    {
        if (!json.Has("mapping"))
        {
            var assembly = json.Text("assembly", "the file name of an assembly in this folder, ending in '.dll'", text => IsFileName(text, ".dll"));
            return (assembly, json.Text("entryType", "the full name of the type that implements IAdapter, such as 'Company.Adapter.CompanyAdapter'", text => TypeName().IsMatch(text)), null);
        }

        foreach (var name in ((string[])["assembly", "entryType"]).Where(json.Has))
            json.Report(name, "stands beside $.mapping; a plugin has either code or a mapping. Remove one of the two.");
        return (null, null, json.Text("mapping", "the file name of a mapping in this folder, ending in '.yaml'", text => IsFileName(text, ".yaml")));
    }

    // A path would let a manifest load code from outside its own folder.
    private static bool IsFileName(string text, string ending) =>
        text.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && text.Length > ending.Length && text.AsSpan().IndexOfAny('/', '\\', ':') < 0;

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Semantic();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}_][\p{L}\p{Nd}_]*)+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();
}
