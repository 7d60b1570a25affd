using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Plugins.Instances;

/// <summary>One of the <see cref="TrackedOptions"/>. Listing it is not asking for it; looking inside is.</summary>
sealed class TrackedSection(IConfigurationSection inner, HashSet<string> hidden) : TrackedOptions(inner, hidden), IConfigurationSection
{
    public bool WasAsked { get; set; }

    public string Key => inner.Key;

    public string Path => inner.Path;

    public string? Value
    {
        get
        {
            WasAsked = true;
            return IsHidden(Path) ? null : inner.Value;
        }
        set => inner.Value = value;
    }
}
