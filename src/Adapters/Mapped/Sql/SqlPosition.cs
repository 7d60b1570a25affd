using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>How far a query was read: what a checkpoint holds.</summary>
internal sealed record SqlPosition
{
    /// <summary>The mapping that it was read with: after a change everything is read again.</summary>
    public required string Meaning { get; init; }

    /// <summary>The keys of the last row read, the watermark first; only that when <see cref="IsAtEnd"/>. Null at the beginning.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>Whether the last run came to the end of the rows: the next reads those with the same watermark again, for there may be more of them by then.</summary>
    public bool IsAtEnd { get; init; }

    /// <summary>Of a complete export in the middle: which one it is.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Of a complete export: how many rows were read.</summary>
    public long Rows { get; init; }

    /// <summary>Of a complete export: how many of them may be any record.</summary>
    public long Unreadable { get; init; }

    /// <summary>
    /// What of it may be stored: an id that may name a person may not. A run that is stopped then reads the rows with the last watermark again, or an export from its beginning.
    /// </summary>
    public SqlPosition ToStore(bool isPersonal, bool hasWatermark) =>
        Keys is null || (!isPersonal && !IsAtEnd) ? this
        : hasWatermark ? this with { Keys = [Keys[0]], IsAtEnd = true }
        : this with { Keys = null, Rows = 0, Unreadable = 0 };

    /// <summary>As the host stores it.</summary>
    public Checkpoint ToCheckpoint() => new(JsonSerializer.Serialize(this, SqlPositionJson.Default.SqlPosition));

    /// <summary>Reads what <see cref="ToCheckpoint"/> wrote; the beginning when there is nothing, or the mapping has changed.</summary>
    /// <exception cref="PermanentFailureException">The checkpoint is of another way of reading.</exception>
    public static SqlPosition Of(Checkpoint? checkpoint, string meaning)
    {
        var beginning = new SqlPosition { Meaning = meaning };
        if (checkpoint is null)
            return beginning;
        try
        {
            var position = JsonSerializer.Deserialize(checkpoint.Value, SqlPositionJson.Default.SqlPosition);
            return position?.Meaning == meaning ? position : beginning;
        }
        catch (JsonException e)
        {
            throw new PermanentFailureException("The stored checkpoint is not one of reading by SQL. Forget it, so that the source is read from its beginning: nothing is stored twice.", e);
        }
    }
}
