using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Plugins.Checking.Trial;

/// <summary>Invented secrets with which a plugin is tried.</summary>
public sealed class TrialSecrets(IReadOnlyDictionary<string, string> values) : ISecrets
{
    /// <summary>The secrets beside a sample, by reference: <c>{ "env:NAME": "an invented value" }</c>.</summary>
    public const string FileName = "secrets.json";

    /// <summary>Reads <see cref="FileName"/> of a folder; none when it is not there.</summary>
    /// <exception cref="JsonException">It is not an object of texts.</exception>
    public static TrialSecrets In(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return new(File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) ?? [] : []);
    }

    /// <inheritdoc/>
    public string Open(string reference) =>
        values.GetValueOrDefault(reference) ?? throw new PermanentFailureException("Nothing is behind this secret. Put an invented value in sample/secrets.json, or with the fake system.");
}
