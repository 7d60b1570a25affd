using System.IO.Compression;
using System.Text.Json;

namespace IntegrationHub.Storage.Backup;

/// <summary>
/// Writes a backup: a zip file with a header, the parts, and last the list of the parts with a hash of each, for which a key of the hub vouches. A part streams through, however large it is.
/// </summary>
internal sealed class ArchiveWriter : IAsyncDisposable
{
    internal const string Header = "header.json";
    internal const string Contents = "contents.json";
    internal const string Vouched = "contents.hmac";
    internal const string Parts = "parts/";
    private readonly ZipArchive zip;
    private readonly BackupKeys keys;
    private readonly List<BackupPart> parts = [];
    private byte[] header = [];

    private ArchiveWriter(ZipArchive zip, BackupKeys keys) => (this.zip, this.keys) = (zip, keys);

    public static async Task<ArchiveWriter> CreateAsync(Stream file, BackupKeys keys, CancellationToken token) =>
        new(await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, token), keys);

    public async Task BeginAsync(string kind, IReadOnlyList<int> schema, DateTimeOffset now, CancellationToken token)
    {
        header = JsonSerializer.SerializeToUtf8Bytes(new BackupHeader(BackupHeader.CurrentFormat, kind, schema, now, keys.Current, keys.Checks()), BackupJson.Default.BackupHeader);
        await WriteAsync(Header, header, token);
    }

    public async Task AddAsync(string name, IReadOnlyList<string> columns, Func<Stream, Task> write, Action<long> progress, CancellationToken token)
    {
        await using var entry = await zip.CreateEntry(Parts + name, CompressionLevel.Fastest).OpenAsync(token);
        await using var measured = new MeasuredStream(entry, progress);
        await write(measured);
        parts.Add(new BackupPart(name, columns, measured.Bytes, measured.Sha256()));
    }

    /// <summary>Without this it is no backup.</summary>
    public async Task FinishAsync(CancellationToken token)
    {
        var contents = JsonSerializer.SerializeToUtf8Bytes(parts, BackupJson.Default.IReadOnlyListBackupPart);
        await WriteAsync(Contents, contents, token);
        await WriteAsync(Vouched, keys.Vouch(keys.Current, [.. header, .. contents]), token);
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private async Task WriteAsync(string name, byte[] content, CancellationToken token)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(token);
        await entry.WriteAsync(content, token);
    }
}
