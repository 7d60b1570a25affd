using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IntegrationHub.Core.Privacy;

/// <summary>HMAC-SHA256 with one key, cut to <see cref="Size"/> bytes. Each kind of input has a label of its own, so that hashes of one kind never match another. Safe for use by several threads.</summary>
internal sealed class KeyedHash(ReadOnlyMemory<byte> key) : IDisposable
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 16;

    // With the key set up once a hash takes a third of what it takes from scratch. As many as were ever in use together.
    private readonly ConcurrentQueue<IncrementalHash> idle = [];

    public byte[] Of(ReadOnlySpan<byte> label, ReadOnlySpan<byte> content)
    {
        if (!idle.TryDequeue(out var hash))
            hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Span);
        hash.AppendData(label);
        hash.AppendData(content);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(full);
        idle.Enqueue(hash);
        return full[..Size].ToArray();
    }

    public void Dispose()
    {
        while (idle.TryDequeue(out var hash))
            hash.Dispose();
    }
}
