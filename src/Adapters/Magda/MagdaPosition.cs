using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Files;

namespace IntegrationHub.Adapters.Magda;

/// <summary>How far everything came that this source reads.</summary>
/// <param name="List">Which list the round goes along: the option <c>citizens</c>. A place in one list means nothing in another.</param>
/// <param name="After">Position of the last citizen who was asked about; null at the start of a round.</param>
/// <param name="Stops">How many runs in a row stopped at the citizen after her, throttled or without an answer.</param>
/// <param name="Publications">Which publications were read; null when none were.</param>
/// <param name="Ontvangstreferte">The receipt of the last batch of notifications that was stored; null before the first.</param>
internal sealed record MagdaPosition(
    string List, string? After = null, int Stops = 0, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReadFiles? Publications = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Ontvangstreferte = null)
{
    /// <summary>Where everything is: the round is at its start when the checkpoint is of another list.</summary>
    public static MagdaPosition Read(Checkpoint? checkpoint, string list)
    {
        try
        {
            var stored = checkpoint is null ? null : JsonSerializer.Deserialize<MagdaPosition>(checkpoint.Value, JsonSerializerOptions.Web);
            return stored is null ? new(list) : stored.List == list ? stored : stored with { List = list, After = null, Stops = 0 };
        }
        catch (JsonException)
        {
            // Written by another version or by hand: everything is read anew, which costs requests and loses nothing.
            return new(list);
        }
    }

    /// <summary>The same with the round at its start.</summary>
    public MagdaPosition AtStart() => this with { After = null, Stops = 0 };

    public Checkpoint ToCheckpoint() => new(JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
}
