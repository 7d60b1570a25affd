using System.Buffers.Text;
using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Contracts;

namespace IntegrationHub.Files;

/// <summary>A file in a folder from which a source reads, as it was when it was listed.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Modified">Ticks (UTC) of its last change.</param>
/// <param name="Reading">The options that say what is read of it: when they change, it is another file to us.</param>
public record FolderFile(string Path, long Size, long Modified, string Reading = "")
{
    /// <summary>Its name without the folder. It may hold an INSZ: what is logged, shown or kept in the clear has <see cref="Shown"/>, and an id that is made of it is personal then (<see cref="IsPersonal"/>).</summary>
    public string Name { get; } = System.IO.Path.GetFileName(Path);

    /// <summary>The name with any INSZ in it masked. A name of a person cannot be told from another word and stays.</summary>
    public string Shown { get; } = Insz.Mask(System.IO.Path.GetFileName(Path));

    /// <summary>Whether the name holds an INSZ.</summary>
    public bool IsPersonal => Shown != Name;

    /// <summary>Identifies the file as it is now: another file, a changed one and another way of reading it have another.</summary>
    public string Id { get; } = IdOf(System.IO.Path.GetFileName(Path), Size, Modified, Reading);

    /// <summary>The same in 11 characters: a checkpoint remembers thousands of them.</summary>
    public string Key { get; } = KeyOf(IdOf(System.IO.Path.GetFileName(Path), Size, Modified, Reading));

    /// <summary>The files of a folder whose names fit a pattern (<c>*.xml</c>), in no order. Names that begin with a dot or a tilde are a program's own.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IEnumerable<FolderFile> In(string folder, string pattern, string reading = "") => new DirectoryInfo(folder).GetFiles()
        .Where(file => !IsAProgramsOwn(file.Name) && FileSystemName.MatchesSimpleExpression(pattern, file.Name))
        .Select(file => new FolderFile(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks, reading));

    /// <summary>Whether a program keeps it for itself, by its name.</summary>
    public static bool IsAProgramsOwn(string name) => name[0] is '.' or '~';

    /// <summary>Waits, where one of the files was changed a moment ago: somebody may be writing. Who was patient then asks <see cref="IsUnchanged"/>. False when nothing had to be waited for.</summary>
    public static async Task<bool> WaitUntilSettledAsync(IEnumerable<FolderFile> files, TimeSpan settle, TimeProvider time, CancellationToken token)
    {
        var now = time.GetUtcNow().UtcTicks;
        if (settle == TimeSpan.Zero || files.All(file => now - file.Modified >= settle.Ticks))
            return false;
        await Task.Delay(settle, time, token);
        return true;
    }

    /// <summary>Whether the file is still as it was listed.</summary>
    public bool IsUnchanged()
    {
        var now = new FileInfo(Path);
        return now.Exists && now.Length == Size && now.LastWriteTimeUtc.Ticks == Modified;
    }

    /// <summary>Opens it for one pass; a program may go on writing, renaming or deleting it meanwhile.</summary>
    /// <param name="bufferSize">Bytes that are read ahead; 0 for a reader that does so itself.</param>
    public FileStream Open(int bufferSize = 4096) => new(Path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = bufferSize,
    });

    /// <summary>Identifies a file as it is now and as it is read.</summary>
    protected static string IdOf(string name, long size, long modified, string reading) => string.Create(CultureInfo.InvariantCulture, $"{name}|{size}|{modified}|{reading}");

    /// <summary>A text in 11 characters.</summary>
    public static string KeyOf(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
