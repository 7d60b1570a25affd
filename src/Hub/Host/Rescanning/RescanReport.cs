using System.Text.Json;
using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Rescanning;

/// <summary>What one host made of a rescan.</summary>
/// <param name="Errors">What is wrong with the configuration: then nothing of it was applied.</param>
/// <param name="Applied">What counts from now on.</param>
/// <param name="Waiting">What counts from the next start of this host.</param>
/// <param name="Broken">Plugins, and what is configured with them, that do not work, with the reason.</param>
internal sealed record RescanReport(
    IReadOnlyList<string> Errors, IReadOnlyList<ConfigurationChange> Applied, IReadOnlyList<ConfigurationChange> Waiting, IReadOnlyDictionary<string, string> Broken)
{
    public bool IsFine => Errors.Count == 0 && Broken.Count == 0;

    public static RescanReport Refused(IReadOnlyList<string> errors) => new(errors, [], [], new Dictionary<string, string>());

    public static RescanReport Read(string json) => JsonSerializer.Deserialize<RescanReport>(json, JsonSerializerOptions.Web)!;

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
