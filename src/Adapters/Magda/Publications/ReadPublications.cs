namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>Which files were read, and how far the one that is being read: a part of the checkpoint. Files are remembered one by one: only their prefix is known before the connection is made.</summary>
internal sealed record ReadPublications
{
    /// <summary>How many files are remembered; a checkpoint may be 64 kB.</summary>
    public const int Remembered = 3_000;

    /// <summary>The keys of files that were read to their end and still lie in the folder.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    /// <summary>Files last changed at this moment (ticks) or before it count as read: set when more lie in the folder than can be remembered.</summary>
    public long Floor { get; init; }

    /// <summary>The key of the file that is being read; null between files.</summary>
    public string? Current { get; init; }

    /// <summary>How many of its subjects were read.</summary>
    public long Subjects { get; init; }

    /// <summary>Whether a file was read to its end.</summary>
    public bool IsDone(PublicationFile file) => file.Modified <= Floor || Done.Contains(file.Key);

    /// <summary>How many subjects of a file were read.</summary>
    public long ReadOf(PublicationFile file) => file.Key == Current ? Subjects : 0;

    /// <summary>The same with a file further.</summary>
    public ReadPublications With(PublicationFile file, long subjects) => this with { Current = file.Key, Subjects = subjects };

    /// <summary>The same with a file at its end; what no longer lies in the folder is forgotten.</summary>
    public ReadPublications WithDone(PublicationFile file, IReadOnlyList<PublicationFile> folder)
    {
        var known = Done.Append(file.Key).ToHashSet();
        var done = folder.Where(other => known.Contains(other.Key)).OrderBy(other => other.Modified).ToList();
        var floor = Floor;
        if (done.Count > Remembered)
        {
            // Half of them go below the floor, but nothing that is still to be read.
            var unread = folder.Where(other => !known.Contains(other.Key) && !IsDone(other)).Select(other => other.Modified).DefaultIfEmpty(long.MaxValue).Min();
            floor = Math.Max(floor, Math.Min(done[done.Count - (Remembered / 2)].Modified, unread - 1));
            done.RemoveAll(other => other.Modified <= floor);
        }

        return new() { Done = [.. done.TakeLast(Remembered).Select(other => other.Key)], Floor = floor };
    }
}
