using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IntegrationHub.Core.Privacy;

/// <summary>Encrypts what identifies a person (AES-256-GCM, a random nonce each). Every key it was given opens; the current one seals. Safe for use by several threads.</summary>
public sealed class Vault : IDisposable
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly Dictionary<string, byte[]> keys;

    // As many as were ever in use together.
    private readonly ConcurrentQueue<Tools> idle = [];

    /// <summary>A vault.</summary>
    /// <param name="currentKeyId">Id of the key that seals.</param>
    /// <param name="keys">Every key by id: 32 bytes each.</param>
    /// <exception cref="ArgumentException">The current key is not among them, or a key is not 32 bytes.</exception>
    public Vault(string currentKeyId, IReadOnlyDictionary<string, byte[]> keys)
    {
        if (!keys.ContainsKey(currentKeyId))
            throw new ArgumentException($"The current key '{currentKeyId}' is not among the keys.", nameof(currentKeyId));
        if (keys.FirstOrDefault(pair => pair.Value.Length != 32) is { Key: not null } wrong)
            throw new ArgumentException($"The key '{wrong.Key}' has {wrong.Value.Length} bytes; expected 32.", nameof(keys));
        CurrentKeyId = currentKeyId;
        this.keys = new Dictionary<string, byte[]>(keys);
    }

    /// <summary>Id of the key that seals, to be stored beside what it sealed.</summary>
    public string CurrentKeyId { get; }

    /// <summary>Tells the current key from any other without telling the key.</summary>
    public byte[] Check() => HMACSHA256.HashData(keys[CurrentKeyId], "check"u8);

    /// <summary>Seals with the current key: nonce, tag, cipher text.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var output = new byte[NonceSize + TagSize + plain.Length];
        var nonce = output.AsSpan(0, NonceSize);
        var tools = Take();
        tools.Fill(nonce);
        tools.Cipher(CurrentKeyId, keys).Encrypt(nonce, plain, output.AsSpan(NonceSize + TagSize), output.AsSpan(NonceSize, TagSize));
        idle.Enqueue(tools);
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
