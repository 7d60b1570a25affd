using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Rounds;

/// <summary>How far a round along the list came.</summary>
/// <param name="After">Position of the last citizen who was asked about; null at the start of a round.</param>
/// <param name="Stops">How many runs in a row stopped at the citizen after her, throttled or without an answer.</param>
internal sealed record RoundPosition(string? After = null, int Stops = 0)
{
    public static RoundPosition Start { get; } = new();

    public static RoundPosition Read(Checkpoint? checkpoint)
    {
        try
        {
            return checkpoint is null ? Start : JsonSerializer.Deserialize<RoundPosition>(checkpoint.Value, JsonSerializerOptions.Web) ?? Start;
        }
        catch (JsonException)
        {
            // Written by another version or by hand: the round starts anew, which costs requests and loses nothing.
            return Start;
        }
    }

    public Checkpoint ToCheckpoint() => new(JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
}
