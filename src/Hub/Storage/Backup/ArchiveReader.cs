using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace IntegrationHub.Storage.Backup;

/// <summary>Reads a backup that is whole, of this hub's keys, and of a kind and schema that this hub knows; or says what is wrong before anything is done with it.</summary>
internal sealed class ArchiveReader : IAsyncDisposable
{
    private const int LargestText = 16 * 1024 * 1024;
    private readonly ZipArchive zip;

    private ArchiveReader(ZipArchive zip, BackupHeader header, IReadOnlyList<BackupPart> parts) => (this.zip, Header, Parts) = (zip, header, parts);

    public BackupHeader Header { get; }

    public IReadOnlyList<BackupPart> Parts { get; }

    /// <exception cref="BackupException">It is not what can be restored here.</exception>
    public static async Task<ArchiveReader> OpenAsync(Stream file, BackupKeys keys, string kind, IReadOnlyCollection<int> knownSchema, CancellationToken token)
    {
        ZipArchive? opened = null;
        try
        {
            opened = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, token);
            var bytes = await ReadAsync(opened, ArchiveWriter.Header, token);
            var header = JsonSerializer.Deserialize(bytes, BackupJson.Default.BackupHeader)!;
            if (header.Format != BackupHeader.CurrentFormat)
                throw new BackupException($"The backup has format {header.Format}; this hub knows {BackupHeader.CurrentFormat}. Restore it with the hub that made it, then upgrade.");
            if (header.Kind != kind)
                throw new BackupException($"The backup is of a {header.Kind} store, and hub.json says {kind}. Restore it to a store of its own kind.");
            if (header.Schema.Except(knownSchema).Any())
                throw new BackupException($"The backup has schema version {header.Schema.Max()}; this hub knows {knownSchema.Max()}. Restore it with a newer hub.");
            keys.MustBe(header.Keys);
            var contents = await ReadAsync(opened, ArchiveWriter.Contents, token);
            var vouched = await ReadAsync(opened, ArchiveWriter.Vouched, token);
            if (!CryptographicOperations.FixedTimeEquals(keys.Vouch(header.VouchedBy, [.. bytes, .. contents]), vouched))
                throw new BackupException("The backup was changed since it was made: its list of contents is not the one that the hub wrote. Take another.");
            return new ArchiveReader(opened, header, JsonSerializer.Deserialize(contents, BackupJson.Default.IReadOnlyListBackupPart)!);
        }
        catch (Exception exception)
        {
            if (opened is not null)
                await opened.DisposeAsync();
            if (exception is InvalidDataException or JsonException or EndOfStreamException or KeyNotFoundException)
                throw new BackupException("The file is no backup, or was cut short: its end is missing or cannot be read. Take another.", exception);
            throw;
        }
    }

    /// <summary>Reads every part to its end, before anything is done with the first.</summary>
    /// <exception cref="BackupException">One is not as it was written.</exception>
    public async Task CheckAsync(Action<BackupProgress> progress, CancellationToken token)
    {
        foreach (var part in Parts)
            await ReadAsync(part, from => from.CopyToAsync(Stream.Null, token), bytes => progress(new BackupProgress(part.Name, bytes, part.Bytes, "bytes checked")), token);
    }

    /// <summary>Hands over a part. Only when this returns is it known to be as it was written.</summary>
    /// <exception cref="BackupException">It is not.</exception>
    public async Task ReadAsync(BackupPart part, Func<Stream, Task> read, Action<long> progress, CancellationToken token)
    {
        try
        {
            var entry = zip.GetEntry(ArchiveWriter.Parts + part.Name) ?? throw new InvalidDataException();
            await using var opened = await entry.OpenAsync(token);
            await using var measured = new MeasuredStream(opened, progress);
            await read(measured);
            if (measured.Bytes == part.Bytes && measured.Sha256() == part.Sha256)
                return;
        }
        catch (InvalidDataException exception)
        {
            throw Changed(part, exception);
        }

        throw Changed(part, null);
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private static BackupException Changed(BackupPart part, Exception? cause) => new($"The backup was changed since it was made, or is damaged: '{part.Name}' is not as the hub wrote it. Nothing was restored. Take another.", cause);

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string name, CancellationToken token)
    {
        var entry = zip.GetEntry(name);
        if (entry is null || entry.Length > LargestText)
            throw new InvalidDataException();
        await using var stream = await entry.OpenAsync(token);
        var content = new byte[entry.Length];
        await stream.ReadExactlyAsync(content, token);
        return content;
    }
}
