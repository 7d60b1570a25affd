using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IntegrationHub.Plugins.Loading;

/// <summary>What was read of a plugin, to tell later whether its folder holds something else by then.</summary>
sealed class LoadedFiles
{
    private readonly ConcurrentDictionary<string, byte[]> hashes = new(StringComparer.Ordinal);

    public byte[] Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        hashes[file] = SHA256.HashData(bytes);
        return bytes;
    }

    /// <summary>The first file that is gone or has other bytes now; null when all are as they were.</summary>
    public string? FirstReplaced() => hashes.OrderBy(file => file.Key, StringComparer.Ordinal).FirstOrDefault(file => !IsSame(file.Key, file.Value)).Key;

    private static bool IsSame(string file, byte[] hash)
    {
        try
        {
            return SHA256.HashData(File.ReadAllBytes(file)).AsSpan().SequenceEqual(hash);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
