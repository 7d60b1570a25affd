using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>How far an endpoint was read: what a checkpoint holds.</summary>
/// <param name="Since">The cursor of the round at hand, or of the next one when none is; null reads from the beginning.</param>
/// <param name="High">The highest cursor seen in the round at hand.</param>
/// <param name="Place">The next page of the round at hand: a number, or the address that the endpoint gave; null begins a round.</param>
/// <param name="Meaning">The mapping that it was read with: after a change everything is read again.</param>
internal sealed record HttpPosition(string? Since, string? High, string? Place, string? Meaning = null)
{
    /// <summary>As the host stores it.</summary>
    public Checkpoint ToCheckpoint() => new(JsonSerializer.Serialize(this, HttpPositionJson.Default.HttpPosition));

    /// <summary>Reads what <see cref="ToCheckpoint"/> wrote.</summary>
    /// <exception cref="PermanentFailureException">The checkpoint is of another way of reading.</exception>
    public static HttpPosition Of(Checkpoint? checkpoint, string? start, string meaning)
    {
        var beginning = new HttpPosition(start, null, null, meaning);
        if (checkpoint is null)
            return beginning;
        try
        {
            var position = JsonSerializer.Deserialize(checkpoint.Value, HttpPositionJson.Default.HttpPosition);
            return position?.Meaning == meaning ? position : beginning;
        }
        catch (JsonException e)
        {
            throw new PermanentFailureException("The stored checkpoint is not one of reading over HTTP. Forget it, so that the source is read from its beginning: nothing is stored twice.", e);
        }
    }

    /// <summary>The same with another cursor seen.</summary>
    public HttpPosition Seen(string? cursor) => cursor is null || (High is not null && Cursor.Compare(cursor, High) <= 0) ? this : this with { High = cursor };

    /// <summary>Where the next round begins: at the highest cursor, which is read again, for there may be more with the same one by then.</summary>
    public HttpPosition EndOfRound() =>
        new(High is not null && (Since is null || Cursor.Compare(High, Since) > 0) ? High : Since, null, null, Meaning);
}
