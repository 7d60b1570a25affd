using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>A file in the folder, as it was when it was listed.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Modified">Ticks (UTC) of its last change.</param>
internal sealed record PublicationFile(string Path, long Size, long Modified)
{
    /// <summary>Its name without the folder.</summary>
    public string Name { get; } = System.IO.Path.GetFileName(Path);

    /// <summary>Identifies the file as it is now, in 11 characters: a checkpoint remembers thousands of them.</summary>
    public string Key { get; } = Base64Url.EncodeToString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{System.IO.Path.GetFileName(Path)}|{Size}|{Modified}"))).AsSpan(0, 8));

    /// <summary>Whether the file is still as it was listed.</summary>
    public bool IsUnchanged()
    {
        var now = new FileInfo(Path);
        return now.Exists && now.Length == Size && now.LastWriteTimeUtc.Ticks == Modified;
    }

    /// <summary>Opens it for one pass; the transfer may go on writing, renaming or deleting it meanwhile.</summary>
    public FileStream Open() => new(Path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });
}
