using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Rounds;

/// <summary>How far a round along the list came.</summary>
/// <param name="List">Which list: the option <c>citizens</c>. A place in one list means nothing in another.</param>
/// <param name="After">Position of the last citizen who was asked about; null at the start of a round.</param>
/// <param name="Stops">How many runs in a row stopped at the citizen after her, throttled or without an answer.</param>
internal sealed record RoundPosition(string List, string? After = null, int Stops = 0)
{
    /// <summary>Where the round along this list is: at its start when the checkpoint is of another list.</summary>
    public static RoundPosition Read(Checkpoint? checkpoint, string list)
    {
        try
        {
            var stored = checkpoint is null ? null : JsonSerializer.Deserialize<RoundPosition>(checkpoint.Value, JsonSerializerOptions.Web);
            return stored?.List == list ? stored : new(list);
        }
        catch (JsonException)
        {
            // Written by another version or by hand: the round starts anew, which costs requests and loses nothing.
            return new(list);
        }
    }

    public Checkpoint ToCheckpoint() => new(JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
}
