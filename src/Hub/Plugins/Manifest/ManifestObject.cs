using System.Text.Json;

namespace IntegrationHub.Plugins.Manifest;

/// <summary>A JSON object while it is read: each mistake becomes a sentence and reading goes on, so that all of them are reported at once.</summary>
sealed class ManifestObject
{
    private readonly string file;
    private readonly string path;
    private readonly List<string> errors;
    private readonly Dictionary<string, JsonElement> properties = [];

    public ManifestObject(JsonElement element, string file, string path, List<string> errors, IReadOnlyCollection<string> known)
    {
        (this.file, this.path, this.errors) = (file, path, errors);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report("", $"expected an object, found {Kind(element)}.");
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!known.Contains(property.Name))
                Report(property.Name, $"is not a known property{NearestName.Hint(property.Name, known)}");
            else if (!properties.TryAdd(property.Name, property.Value))
                Report(property.Name, "is given twice; keep one.");
        }
    }

    public bool Has(string name) => properties.ContainsKey(name);

    public void Report(string name, string problem) => errors.Add($"{file}: {(name.Length == 0 ? path : $"{path}.{name}")} {problem}");

    public string? Text(string name, string expected, Func<string, bool> isValid)
    {
        if (!properties.TryGetValue(name, out var value))
        {
            Report(name, $"is missing; expected {expected}.");
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Report(name, $"expected {expected}, found {Kind(value)}.");
            return null;
        }

        var text = value.GetString()!;
        if (isValid(text))
            return text;
        Report(name, text.Length == 0 ? $"is empty; expected {expected}." : $"expected {expected}, found '{text}'.");
        return null;
    }

    /// <summary>A list of names out of a closed list, each once.</summary>
    public IReadOnlyList<string> Names(string name, string of, IReadOnlyCollection<string> known, bool mayBeEmpty)
    {
        if (!properties.TryGetValue(name, out var value) && mayBeEmpty)
            return [];
        var names = new List<string>();
        if (value.ValueKind != JsonValueKind.Array)
        {
            Report(name, value.ValueKind == JsonValueKind.Undefined ? $"is missing; expected a list of {of}." : $"expected a list of {of}, found {Kind(value)}.");
            return names;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var at = $"{name}[{index++}]";
            if (item.ValueKind != JsonValueKind.String)
                Report(at, $"expected one of {string.Join(", ", known)}, found {Kind(item)}.");
            else if (!known.Contains(item.GetString()!))
                Report(at, $"'{item.GetString()}' is not one of the {of}{NearestName.Hint(item.GetString()!, known)}");
            else if (names.Contains(item.GetString()!))
                Report(at, $"'{item.GetString()}' is given twice; keep one.");
            else
                names.Add(item.GetString()!);
        }

        if (index == 0 && !mayBeEmpty)
            Report(name, $"is empty; expected at least one of {string.Join(", ", known)}.");
        return names;
    }

    public ManifestObject? Object(string name, IReadOnlyCollection<string> known)
    {
        if (properties.TryGetValue(name, out var value))
            return new ManifestObject(value, file, $"{path}.{name}", errors, known);
        Report(name, $"is missing; expected an object with {string.Join(" and ", known)}.");
        return null;
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
