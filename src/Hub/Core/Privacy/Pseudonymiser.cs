using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Privacy;

/// <summary>
/// Keyed hashes (HMAC-SHA256, cut to 128 bits): the only way from an INSZ, a personal record id or a content to what the store holds. Without the key they tell nothing.
/// Each kind of input has a label of its own, so that hashes of one kind never match another. Safe for use by several threads.
/// </summary>
/// <param name="keyId">Id of the key, stored beside each hash of an INSZ so that the key can be rotated.</param>
/// <param name="key">The key: 32 bytes or more.</param>
public sealed class Pseudonymiser(string keyId, ReadOnlyMemory<byte> key) : IDisposable
{
    // With the key set up once a hash takes a third of what it takes from scratch. As many as were ever in use together.
    private readonly ConcurrentQueue<IncrementalHash> idle = [];

    /// <summary>Bytes of a hash.</summary>
    public const int Size = 16;

    /// <summary>Id of the key.</summary>
    public string KeyId { get; } = keyId;

    /// <summary>The hash under which an INSZ leads to its <see cref="CitizenRef"/>.</summary>
    public byte[] OfInsz(Insz insz) => Hash("insz:"u8, Encoding.UTF8.GetBytes(insz.Digits));

    /// <summary>What is stored and logged instead of a record id that contains personal data: 32 hexadecimal digits.</summary>
    public string OfRecordId(string recordId) => Convert.ToHexStringLower(Hash("record:"u8, Encoding.UTF8.GetBytes(recordId)));

    /// <summary>What is stored instead of a key of a source's state.</summary>
    public byte[] OfStateKey(string stateKey) => Hash("state:"u8, Encoding.UTF8.GetBytes(stateKey));

    /// <summary>The version of a record whose source gives none.</summary>
    public byte[] OfContent(ReadOnlySpan<byte> content) => Hash("content:"u8, content);

    /// <summary>Tells this key from any other without telling the key.</summary>
    public byte[] Check() => Hash("check:"u8, []);

    /// <inheritdoc/>
    public void Dispose()
    {
        while (idle.TryDequeue(out var hash))
            hash.Dispose();
    }

    private byte[] Hash(ReadOnlySpan<byte> label, ReadOnlySpan<byte> content)
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
}
