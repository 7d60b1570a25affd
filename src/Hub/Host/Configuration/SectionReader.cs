using System.Globalization;

namespace IntegrationHub.Host.Configuration;

/// <summary>Reads a section of the configuration and collects every error with its path, so that all are told at once.</summary>
internal sealed class SectionReader(IConfiguration section, string path, List<string> errors)
{
    public IConfiguration Section => section;

    public string Path => path;

    public bool Exists => section is not IConfigurationSection one || one.Exists();

    public void Error(string key, string sentence) => errors.Add($"{At(key)}: {sentence}");

    public void AllowOnly(params ReadOnlySpan<string> keys)
    {
        foreach (var child in section.GetChildren())
        {
            if (!keys.ToArray().Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                Error(child.Key, $"is not an option here. Remove it, or use one of: {string.Join(", ", keys.ToArray())}.");
        }
    }

    public string? Optional(string key)
    {
        var text = section[key];
        if (text?.Contains('\0') == true)
        {
            Error(key, "holds a character NUL, which is part of no name. Remove it.");
            return null;
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public string Required(string key, string expected)
    {
        if (Optional(key) is { } value)
            return value;
        Error(key, $"is missing. Expected {expected}.");
        return "";
    }

    /// <summary>An id: kebab-case, since it becomes a part of routing keys and logs.</summary>
    public string Id(string key)
    {
        var id = Required(key, "an id in kebab-case, such as ocmw-gent");
        if (id.Length > 0 && !KebabCase.IsId(id))
            Error(key, $"expected {KebabCase.Form}, such as ocmw-gent.");
        return id;
    }

    public string OneOf(string key, string? fallback, params string[] choices)
    {
        var value = Optional(key) ?? fallback;
        if (value is null || !choices.Contains(value, StringComparer.Ordinal))
        {
            Error(key, $"expected one of: {string.Join(", ", choices)}.");
            return choices[0];
        }

        return value;
    }

    public long Number(string key, long fallback, long least, long most)
    {
        if (Optional(key) is not { } text)
            return fallback;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Error(key, $"expected a whole number from {least} to {most}.");
        return fallback;
    }

    public double Share(string key, double fallback)
    {
        if (Optional(key) is not { } text)
            return fallback;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
            return share;
        Error(key, "expected a number from 0 to 1, such as 0.2.");
        return fallback;
    }

    /// <summary>How many times something; 0 for no limit.</summary>
    public double Factor(string key, double fallback)
    {
        if (Optional(key) is not { } text)
            return fallback;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor is 0 or (>= 1 and <= 1000))
            return factor;
        Error(key, "expected a number from 1 to 1000, such as 5, or 0 for no limit.");
        return fallback;
    }

    public DateOnly? Day(string key)
    {
        if (Optional(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Error(key, "expected a day as 2026-12-31.");
        return null;
    }

    public IReadOnlyList<string> Texts(string key)
    {
        var child = section.GetSection(key);
        if (child.Value is { Length: > 0 })
            Error(key, "expected a list, found a single text. Put it between [ and ].");
        return [.. child.GetChildren().Select(item => (item.Value ?? "").Replace("\0", "", StringComparison.Ordinal)).Where(item => item.Length > 0)];
    }

    public SectionReader Child(string key) => new(section.GetSection(key), At(key), errors);

    public IReadOnlyList<SectionReader> Items(string key) =>
        [.. section.GetSection(key).GetChildren().Select((item, i) => new SectionReader(item, $"{At(key)}[{i}]", errors))];

    private string At(string key) => key.Length == 0 ? path : path.Length == 0 ? key : path.EndsWith(": ", StringComparison.Ordinal) ? path + key : $"{path}.{key}";
}
