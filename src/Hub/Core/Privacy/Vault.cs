using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IntegrationHub.Core.Privacy;

/// <summary>
/// Encrypts what identifies a person (AES-256-GCM, a random nonce each). Every key it was given opens; which one seals, the store says, so that a rotation counts for every host at once. Safe for use
/// by several threads, also while keys are replaced.
/// </summary>
public sealed class Vault : IDisposable
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    // As many as were ever in use together.
    private readonly ConcurrentQueue<Tools> idle = [];
    private volatile Dictionary<string, byte[]> keys = [];

    /// <summary>A vault.</summary>
    /// <param name="currentKeyId">Id of the key that is to seal.</param>
    /// <param name="keys">Every key by id: 32 bytes each.</param>
    /// <exception cref="ArgumentException">The current key is not among them, or a key is not 32 bytes.</exception>
    public Vault(string currentKeyId, IReadOnlyDictionary<string, byte[]> keys)
    {
        CurrentKeyId = currentKeyId;
        Use(currentKeyId, keys);
    }

    /// <summary>Id of the key that is to seal, as configured; it does when the store was told so by a rotation.</summary>
    public string CurrentKeyId { get; private set; }

    /// <summary>Ids of the keys that open.</summary>
    public IReadOnlyCollection<string> KeyIds => keys.Keys;

    /// <summary>Takes other keys in the place of those it has. An id stands for one key, always.</summary>
    /// <exception cref="ArgumentException">The current key is not among them, a key is not 32 bytes, or an id has another key now.</exception>
    public void Use(string currentKeyId, IReadOnlyDictionary<string, byte[]> given)
    {
        if (!given.ContainsKey(currentKeyId))
            throw new ArgumentException($"The current key '{currentKeyId}' is not among the keys.", nameof(currentKeyId));
        if (given.FirstOrDefault(pair => pair.Value.Length != 32) is { Key: not null } wrong)
            throw new ArgumentException($"The key '{wrong.Key}' has {wrong.Value.Length} bytes; expected 32.", nameof(given));
        if (given.FirstOrDefault(pair => keys.TryGetValue(pair.Key, out var known) && !known.AsSpan().SequenceEqual(pair.Value)) is { Key: not null } other)
            throw new ArgumentException($"The key '{other.Key}' is another than before.", nameof(given));
        keys = new Dictionary<string, byte[]>(given);
        CurrentKeyId = currentKeyId;
    }

    /// <summary>Tells a key from any other without telling the key.</summary>
    public byte[] Check(string keyId) => HMACSHA256.HashData(keys[keyId], "check"u8);

    /// <summary>Seals with a key: nonce, tag, cipher text.</summary>
    /// <exception cref="KeyNotFoundException">The vault does not have that key.</exception>
    public byte[] Seal(string keyId, ReadOnlySpan<byte> plain)
    {
        var output = new byte[NonceSize + TagSize + plain.Length];
        var nonce = output.AsSpan(0, NonceSize);
        var tools = Take();
        try
        {
            tools.Fill(nonce);
            tools.Cipher(keyId, keys).Encrypt(nonce, plain, output.AsSpan(NonceSize + TagSize), output.AsSpan(NonceSize, TagSize));
        }
        finally
        {
            idle.Enqueue(tools);
        }

        return output;
    }

    /// <summary>Opens what was sealed with a key.</summary>
    /// <exception cref="KeyNotFoundException">The vault does not have that key.</exception>
    /// <exception cref="CryptographicException">The content was changed, or sealed with another key.</exception>
    public byte[] Open(string keyId, ReadOnlySpan<byte> sealedContent)
    {
        if (sealedContent.Length < NonceSize + TagSize)
            throw new CryptographicException("The sealed content is too short.");
        var plain = new byte[sealedContent.Length - NonceSize - TagSize];
        var tools = Take();
        try
        {
            tools.Cipher(keyId, keys).Decrypt(sealedContent[..NonceSize], sealedContent[(NonceSize + TagSize)..], sealedContent.Slice(NonceSize, TagSize), plain);
        }
        finally
        {
            idle.Enqueue(tools);
        }

        return plain;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (idle.TryDequeue(out var tools))
            tools.Dispose();
    }

    private Tools Take() => idle.TryDequeue(out var tools) ? tools : new Tools();

    /// <summary>What one call at a time uses.</summary>
    private sealed class Tools : IDisposable
    {
        private readonly Dictionary<string, AesGcm> ciphers = [];

        // Asking the system for each nonce by itself takes as long as the encryption.
        private readonly byte[] random = new byte[NonceSize * 128];
        private int used = NonceSize * 128;

        public AesGcm Cipher(string keyId, Dictionary<string, byte[]> keys)
        {
            if (!ciphers.TryGetValue(keyId, out var cipher))
            {
                if (!keys.TryGetValue(keyId, out var key))
                    throw new KeyNotFoundException($"There is no key '{keyId}' to open this with.");
                ciphers[keyId] = cipher = new AesGcm(key, TagSize);
            }

            return cipher;
        }

        /// <summary>Fills a nonce with random bytes that are given out once.</summary>
        public void Fill(Span<byte> nonce)
        {
            if (used == random.Length)
            {
                RandomNumberGenerator.Fill(random);
                used = 0;
            }

            random.AsSpan(used, NonceSize).CopyTo(nonce);
            used += NonceSize;
        }

        public void Dispose()
        {
            foreach (var cipher in ciphers.Values)
                cipher.Dispose();
        }
    }
}
