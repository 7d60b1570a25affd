using System.Security.Cryptography;

namespace IntegrationHub.Core.Privacy;

/// <summary>Encrypts what identifies a person (AES-256-GCM, a random nonce each). Every key it was given opens; the current one seals. Safe for use by several threads.</summary>
public sealed class Vault : IDisposable
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly Dictionary<string, byte[]> keys;
    private readonly ThreadLocal<Dictionary<string, AesGcm>> ciphers;

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
        ciphers = new ThreadLocal<Dictionary<string, AesGcm>>(() => [], trackAllValues: true);
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
        RandomNumberGenerator.Fill(nonce);
        Cipher(CurrentKeyId).Encrypt(nonce, plain, output.AsSpan(NonceSize + TagSize), output.AsSpan(NonceSize, TagSize));
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
        Cipher(keyId).Decrypt(sealedContent[..NonceSize], sealedContent[(NonceSize + TagSize)..], sealedContent.Slice(NonceSize, TagSize), plain);
        return plain;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var cipher in ciphers.Values.SelectMany(perKey => perKey.Values))
            cipher.Dispose();
        ciphers.Dispose();
    }

    private AesGcm Cipher(string keyId)
    {
        var mine = ciphers.Value!;
        if (!mine.TryGetValue(keyId, out var cipher))
        {
            if (!keys.TryGetValue(keyId, out var key))
                throw new KeyNotFoundException($"There is no key '{keyId}' to open this with.");
            mine[keyId] = cipher = new AesGcm(key, TagSize);
        }

        return cipher;
    }
}
