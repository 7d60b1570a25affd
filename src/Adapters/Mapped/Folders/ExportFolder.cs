using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Files;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>The folder with exports: what lies in it and what of that is to be read.</summary>
internal sealed class ExportFolder(SourceDocument document, FolderSection folder, InstanceContext context, TimeProvider time)
{
    /// <summary>How many additions are remembered; a checkpoint may be 64 kB.</summary>
    public const int Remembered = 5_000;

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; } = context.PathOf(folder.Path);

    /// <summary>The names of files that are of no kind, as they may be shown.</summary>
    public IReadOnlyList<string> Others() => [.. Files().Select(file => file.Name).Where(name => !document.Records.Any(kind => kind.IsFile(name))).Select(Insz.Mask)];

    /// <summary>Why there is nothing to read, and what lies there instead; null when there is a file of some kind.</summary>
    public string? NothingToRead()
    {
        if (List().Count > 0)
            return null;
        var named = string.Join(", ", document.Records.Select(record => $"{record.Files} ({RecordSectionReader.NameOf(record.Format)})"));
        return Others() is { Count: > 0 } others
            ? $"{Path} holds no file named {named}, but it holds {Some(others)}. Correct 'files' and 'format' in the mapping, or export under such a name."
            : $"{Path} holds no file named {named}. Put an export there, or correct 'files' in the mapping.";
    }

    /// <summary>The first ten of some names.</summary>
    public static string Some(IReadOnlyList<string> names) => string.Join(", ", names.Take(10)) + (names.Count > 10 ? $" and {names.Count - 10} more" : "");

    /// <summary>The files of every kind, by kind and then by name. Names that begin with a dot or a tilde are a program's own.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<ExportFile> List()
    {
        var files = Files();
        return [.. document.Records.SelectMany(kind => files
            .Where(file => kind.IsFile(file.Name))
            .Select(file => new ExportFile(kind, file.FullName, file.Length, file.LastWriteTimeUtc.Ticks)))];
    }

    private List<FileInfo> Files() =>
        [.. new DirectoryInfo(Path).GetFiles().Where(file => !FolderFile.IsAProgramsOwn(file.Name)).OrderBy(file => file.Name, FileNames.Order)];

    /// <summary>The files to read now, in order: those that are new or changed since, and left alone by whoever writes them.</summary>
    public async Task<IReadOnlyList<ExportFile>> DueAsync(IReadOnlyList<ExportFile> files, Progress progress, CancellationToken token)
    {
        var due = Due(files, progress);
        if (!await FolderFile.WaitUntilSettledAsync(due, TimeSpan.FromSeconds(folder.SettleSeconds), time, token))
            return due;

        // A file that changed in between waits for the next run, and so does every later file of its kind.
        return [.. due.GroupBy(file => file.Kind.Kind).SelectMany(group => group.TakeWhile(file => file.IsUnchanged()))];
    }

    /// <summary>Why none of the files can be read as additions; null when they can. One that is forgotten while it lies there would be read again or never.</summary>
    public string? TooMany(IReadOnlyList<ExportFile> files) => folder.IsComplete || files.Count <= Remembered
        ? null
        : $"{Path} holds {files.Count} files, more than the {Remembered} that are remembered one by one: move files that were read to another folder.";

    /// <summary>Which of the files are new or changed.</summary>
    public IReadOnlyList<ExportFile> Due(IReadOnlyList<ExportFile> files, Progress progress) =>
        [.. files.GroupBy(file => file.Kind.Kind).SelectMany(group => folder.IsComplete
            ? group.TakeLast(1).Where(file => IsNewerExport(file, progress.Of(file.Kind.Kind)))
            : group.Where(file => IsAddition(file, progress.Of(file.Kind.Kind))))];

    /// <summary>What a person should know of the files, each in a sentence; nothing when all is well.</summary>
    public IEnumerable<string> Doubts(IReadOnlyList<ExportFile> files)
    {
        if (!folder.IsComplete)
            return files.Count > Remembered * 8 / 10 ? [$"{Path} holds {files.Count} files of at most {Remembered}: move away what was read long ago"] : [];
        return files.GroupBy(file => file.Kind.Kind).Select(group => (Last: group.Last(), Latest: group.MaxBy(file => file.Modified)!)).Where(pair => pair.Latest.Modified > pair.Last.Modified)
            .Select(pair => $"{pair.Latest.Shown} was changed later than {pair.Last.Shown}, which is read because its name comes last: put the date in names as 2026-11-20, or take away the file that is not the newest");
    }

    // When the newest export was taken away, the one that is now the last by name is older: reading it would turn time back.
    private bool IsNewerExport(ExportFile file, KindProgress? read) =>
        read is null || (IsOtherThan(file, read) && (FileNames.Order.Compare(file.Shown, read.File) >= 0 || file.Modified > read.Modified));

    // Additions are remembered one by one: a late file, or one with an earlier name, is read all the same.
    private bool IsAddition(ExportFile file, KindProgress? read) => read?.Done?.Contains(file.KeyUnder(document.Fingerprint)) != true;

    private bool IsOtherThan(ExportFile file, KindProgress read) => read.Offset is not null || file.IdUnder(document.Fingerprint) != read.Id;
}
