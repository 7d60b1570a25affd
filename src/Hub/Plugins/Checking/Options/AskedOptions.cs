using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IntegrationHub.Plugins.Manifest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace IntegrationHub.Plugins.Checking.Options;

/// <summary>Options that remember by which names they were asked: those of a plugin without code stand in its mapping, which only the plugin that runs it can read.</summary>
internal sealed class AskedOptions(IConfiguration inner) : IConfiguration
{
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string key]
    {
        get
        {
            asked[key] = true;
            return inner[key];
        }
        set => inner[key] = value;
    }

    /// <summary>The names that an instance of a plugin without code asks for; none when it cannot be made.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(PluginFolder folder, JsonObject sample)
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(sample.ToJsonString()));
        var options = new AskedOptions(new ConfigurationBuilder().AddJsonStream(json).Build());
        var result = await SampleOptions.Host(folder).CreateAsync(options);
        if (result.Instance is { } instance)
            await instance.DisposeAsync();
        // The mapping itself is filled in by the hub.
        return [.. options.asked.Keys.Where(name => name != AdapterManifest.MappingOption).Order(StringComparer.Ordinal)];
    }

    public IConfigurationSection GetSection(string key) => inner.GetSection(key);

    public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren();

    public IChangeToken GetReloadToken() => inner.GetReloadToken();
}
