using System.Collections.Immutable;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ziekenfonds.Files;

/// <summary>
/// Which files were read, and how far the one that is being read: what a checkpoint holds. Files are remembered one by one, because nothing public says how they are named; so a
/// file may come in any order and under any name.
/// </summary>
internal sealed record ReadFiles
{
    /// <summary>How many files are remembered; a checkpoint may be 64 kB.</summary>
    public const int Remembered = 1_000;

    private static readonly ReadFiles None = new();

    /// <summary>The keys of files that were read to their end and still lie in the folder.</summary>
    public ImmutableHashSet<string> Done { get; init; } = [];

    /// <summary>Files last changed at this moment (ticks) or before it were read: set when more lie in the folder than can be remembered.</summary>
    public long Floor { get; init; }

    /// <summary>How many files at or below the floor were read.</summary>
    public int Below { get; init; }

    /// <summary>Identifies those files together, with the options under which they were read.</summary>
    public string? BelowKey { get; init; }

    /// <summary>The key of the file that is being read; null between files.</summary>
    public string? Current { get; init; }

    /// <summary>How many notifications of it were read.</summary>
    public long Notifications { get; init; }

    /// <summary>Whether a file was read to its end.</summary>
    public bool IsDone(NotificationFile file) => file.Modified <= Floor || Done.Contains(file.Key);

    /// <summary>
    /// The same for what lies in the folder now. When a file came late under an old date, or other options say what is read, the floor goes: what is below it is read anew, and what was known is a duplicate.
    /// Fewer files are a folder that was cleared.
    /// </summary>
    public ReadFiles For(IReadOnlyList<NotificationFile> folder)
    {
        if (Floor == 0)
            return this;
        var (below, key) = Look(folder, Floor);
        return below > Below || (below == Below && key != BelowKey) ? this with { Floor = 0, Below = 0, BelowKey = null } : this with { Below = below, BelowKey = key };
    }

    /// <summary>How many notifications of a file were read.</summary>
    public long ReadOf(NotificationFile file) => file.Key == Current ? Notifications : 0;

    /// <summary>The same with a file further.</summary>
    public ReadFiles With(NotificationFile file, long notifications) => this with { Current = file.Key, Notifications = notifications };

    /// <summary>The same with a file at its end; what no longer lies in the folder is forgotten.</summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">What lies in the folder.</param>
    public ReadFiles WithDone(NotificationFile file, IReadOnlyList<NotificationFile> folder)
    {
        var done = folder.Where(other => other.Key == file.Key || Done.Contains(other.Key)).OrderBy(other => other.Modified).ToList();
        var floor = Floor;
        if (done.Count > Remembered)
        {
            // Half of them go below the floor, but nothing that is still to be read.
            var unread = folder.Where(other => other.Key != file.Key && !IsDone(other)).Select(other => other.Modified).DefaultIfEmpty(long.MaxValue).Min();
            floor = Math.Max(floor, Math.Min(done[done.Count - (Remembered / 2)].Modified, unread - 1));
            done.RemoveAll(other => other.Modified <= floor);
        }

        var (below, key) = floor == Floor ? (Below, BelowKey) : Look(folder, floor);
        return new ReadFiles { Done = [.. done.TakeLast(Remembered).Select(other => other.Key)], Floor = floor, Below = below, BelowKey = key };
    }

    private static (int Count, string? Key) Look(IReadOnlyList<NotificationFile> folder, long floor)
    {
        var below = folder.Where(file => file.Modified <= floor).Select(file => file.Key).Order(StringComparer.Ordinal).ToList();
        return (below.Count, below.Count == 0 ? null : NotificationFile.KeyOf(string.Concat(below)));
    }

    /// <summary>As the host stores it.</summary>
    public Checkpoint ToCheckpoint() => new(JsonSerializer.Serialize(this, ReadFilesJson.Default.ReadFiles));

    /// <summary>Reads what <see cref="ToCheckpoint"/> wrote.</summary>
    /// <exception cref="PermanentFailureException">The checkpoint is of another adapter or version.</exception>
    public static ReadFiles Of(Checkpoint? checkpoint)
    {
        if (checkpoint is null)
            return None;
        try
        {
            return JsonSerializer.Deserialize(checkpoint.Value, ReadFilesJson.Default.ReadFiles) ?? None;
        }
        catch (JsonException e)
        {
            throw new PermanentFailureException("The stored checkpoint is not one of this adapter. Forget it, so that the source is read from its beginning: nothing is stored twice.", e);
        }
    }
}
