using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>A file in the folder, as it was when it was listed.</summary>
/// <param name="Kind">What its rows are.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Modified">Ticks (UTC) of its last change.</param>
internal sealed record ExportFile(RecordSection Kind, string Path, long Size, long Modified)
{
    /// <summary>Its name without the folder.</summary>
    public string Name { get; } = System.IO.Path.GetFileName(Path);

    /// <summary>Identifies this very export: another file, a changed file and another way of reading it have another.</summary>
    public string IdUnder(string readingOptions) => string.Create(CultureInfo.InvariantCulture, $"{Name}|{Size}|{Modified}|{readingOptions}");

    /// <summary>The same in 8 characters: a checkpoint remembers thousands of them.</summary>
    public string KeyUnder(string readingOptions) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(IdUnder(readingOptions))).AsSpan(0, 6));

    /// <summary>Whether the file is still as it was listed.</summary>
    public bool IsUnchanged()
    {
        var now = new FileInfo(Path);
        return now.Exists && now.Length == Size && now.LastWriteTimeUtc.Ticks == Modified;
    }

    /// <summary>Opens it for one pass; a program may go on writing, renaming or deleting it meanwhile.</summary>
    public FileStream Open() => new(Path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 0,
    });
}
