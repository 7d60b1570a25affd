using System.Text.Json;
using IntegrationHub.Plugins.Manifest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace IntegrationHub.Plugins.Instances;

/// <summary>
/// Options that remember which of their names were asked for. What is configured and was never asked for is a name that the plugin does not know: most often a slip of the pen,
/// which binding would pass over in silence.
/// </summary>
class TrackedOptions : IConfiguration
{
    private readonly IConfiguration inner;
    private readonly HashSet<string> hidden;
    private readonly Dictionary<string, TrackedSection> sections = new(StringComparer.OrdinalIgnoreCase);

    public TrackedOptions(IConfiguration inner)
        : this(inner, new(StringComparer.OrdinalIgnoreCase))
    {
    }

    protected TrackedOptions(IConfiguration inner, HashSet<string> hidden) => (this.inner, this.hidden) = (inner, hidden);

    public string? this[string key]
    {
        get => GetSection(key).Value;
        set => inner[key] = value;
    }

    public IConfigurationSection GetSection(string key)
    {
        var parts = key.Split(ConfigurationPath.KeyDelimiter, 2);
        var section = Section(parts[0]);
        section.WasAsked = true;
        return parts.Length == 1 ? section : section.GetSection(parts[1]);
    }

    public IEnumerable<IConfigurationSection> GetChildren() => [.. inner.GetChildren().Select(child => Section(child.Key))];

    public IChangeToken GetReloadToken() => inner.GetReloadToken();

    /// <summary>Makes the value at a full path read as absent.</summary>
    /// <returns>False when it was hidden already.</returns>
    public bool Hide(string fullPath) => hidden.Add(fullPath);

    /// <summary>A sentence for each option that nothing asked for.</summary>
    public IEnumerable<string> UnknownOptions(string path)
    {
        var asked = sections.Values.Where(section => section.WasAsked).Select(section => JsonNamingPolicy.CamelCase.ConvertName(section.Key)).ToList();
        foreach (var section in inner.GetChildren().Select(child => Section(child.Key)))
        {
            if (!section.WasAsked)
                yield return $"{path}: '{section.Key}' is not an option{(asked.Count == 0 ? "; there are none." : NearestName.Hint(section.Key, asked))}";
            else
                foreach (var deeper in section.UnknownOptions($"{path}.{section.Key}"))
                    yield return deeper;
        }
    }

    protected bool IsHidden(string fullPath) => hidden.Contains(fullPath);

    private TrackedSection Section(string key)
    {
        lock (sections)
        {
            if (!sections.TryGetValue(key, out var section))
                sections[key] = section = new TrackedSection(inner.GetSection(key), hidden);
            return section;
        }
    }
}
