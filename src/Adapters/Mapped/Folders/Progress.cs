using System.Collections.Immutable;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>How far each kind of file was read: what a checkpoint holds.</summary>
internal sealed class Progress(ImmutableDictionary<string, KindProgress> kinds)
{
    private static readonly Progress None = new(ImmutableDictionary<string, KindProgress>.Empty);

    /// <summary>How far a kind was read; null when it never was.</summary>
    public KindProgress? Of(string kind) => kinds.GetValueOrDefault(kind);

    /// <summary>The same with one kind further.</summary>
    public Progress With(string kind, KindProgress progress) => new(kinds.SetItem(kind, progress));

    /// <summary>As the host stores it.</summary>
    public Checkpoint ToCheckpoint() => new(JsonSerializer.Serialize(kinds, ProgressJson.Default.ImmutableDictionaryStringKindProgress));

    /// <summary>Reads what <see cref="ToCheckpoint"/> wrote.</summary>
    /// <exception cref="PermanentFailureException">The checkpoint is of another adapter or version.</exception>
    public static Progress Of(Checkpoint? checkpoint)
    {
        if (checkpoint is null)
            return None;
        try
        {
            var kinds = JsonSerializer.Deserialize(checkpoint.Value, ProgressJson.Default.ImmutableDictionaryStringKindProgress);
            return kinds is null ? None : new Progress(kinds);
        }
        catch (JsonException e)
        {
            throw new PermanentFailureException("The stored checkpoint is not one of this adapter. Forget it, so that the source is read from its beginning: nothing is stored twice.", e);
        }
    }
}
