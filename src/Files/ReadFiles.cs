using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IntegrationHub.Files;

/// <summary>
/// Which files were read, and how far the one that is being read: what a checkpoint holds. Files are remembered one by one, so that one may
/// come in any order and under any name.
/// </summary>
public sealed record ReadFiles
{
    /// <summary>How many files are remembered; a checkpoint may be 64 kB.</summary>
    public const int Remembered = 1_000;

    /// <summary>The keys of files that were read to their end and still lie in the folder.</summary>
    public ImmutableHashSet<string> Done { get; init; } = [];

    /// <summary>Files last changed at this moment (ticks) or before it were read: set when more lie in the folder than can be remembered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Floor { get; init; }

    /// <summary>How many files at or below the floor were read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Below { get; init; }

    /// <summary>Identifies those files together, with the options under which they were read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? BelowKey { get; init; }

    /// <summary>The key of the file that is being read; null between files.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Current { get; init; }

    /// <summary>How many pieces of it (notifications, subjects) were read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Pieces { get; init; }

    /// <summary>Whether a file was read to its end.</summary>
    public bool IsDone(FolderFile file) => file.Modified <= Floor || Done.Contains(file.Key);

    /// <summary>
    /// The same for what lies in the folder now. When a file came late under an old date, or other options say what is read, the floor goes: what is below it is read anew, and what was known is a duplicate.
    /// Fewer files are a folder that was cleared.
    /// </summary>
    public ReadFiles For(IReadOnlyList<FolderFile> folder)
    {
        if (Floor == 0)
            return this;
        var (below, key) = Look(folder, Floor);
        return below > Below || (below == Below && key != BelowKey) ? this with { Floor = 0, Below = 0, BelowKey = null } : this with { Below = below, BelowKey = key };
    }

    /// <summary>How many pieces of a file were read.</summary>
    public long ReadOf(FolderFile file) => file.Key == Current ? Pieces : 0;

    /// <summary>The same with a file further.</summary>
    public ReadFiles With(FolderFile file, long pieces) => this with { Current = file.Key, Pieces = pieces };

    /// <summary>The same with a file at its end; what no longer lies in the folder is forgotten.</summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">What lies in the folder.</param>
    public ReadFiles WithDone(FolderFile file, IReadOnlyList<FolderFile> folder)
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

    private static (int Count, string? Key) Look(IReadOnlyList<FolderFile> folder, long floor)
    {
        var below = folder.Where(file => file.Modified <= floor).Select(file => file.Key).Order(StringComparer.Ordinal).ToList();
        return (below.Count, below.Count == 0 ? null : FolderFile.KeyOf(string.Concat(below)));
    }
}
