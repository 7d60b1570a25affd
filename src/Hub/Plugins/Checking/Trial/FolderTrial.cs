namespace IntegrationHub.Plugins.Checking.Trial;

/// <summary>Puts files where a source looks for them.</summary>
public static class FolderTrial
{
    // Long settled, and always the same: sources make versions of it, and wait for a file that somebody may still be writing.
    private static readonly DateTime Written = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    /// <summary>Writes a file that looks as if it had lain there for months.</summary>
    public static async Task PutAsync(string folder, string name, ReadOnlyMemory<byte> bytes, CancellationToken token)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(file, bytes.ToArray(), token);
        File.SetLastWriteTimeUtc(file, Written);
    }
}
