using System.Security.Cryptography;

namespace IntegrationHub.Core.Privacy;

/// <summary>The keys that seal the audit log (HMAC-SHA256). The current one seals; a block names the key that sealed it, so that older blocks can be verified as long as their keys are kept.</summary>
public sealed class AuditKeys
{
    private readonly Dictionary<string, byte[]> keys;

    /// <summary>The keys.</summary>
    /// <param name="currentKeyId">Id of the key that seals.</param>
    /// <param name="keys">Every key by id: 32 bytes each.</param>
    /// <exception cref="ArgumentException">The current key is not among them, or a key is not 32 bytes.</exception>
    public AuditKeys(string currentKeyId, IReadOnlyDictionary<string, byte[]> keys)
    {
        if (!keys.ContainsKey(currentKeyId))
            throw new ArgumentException($"The current key '{currentKeyId}' is not among the keys.", nameof(currentKeyId));
        if (keys.FirstOrDefault(pair => pair.Value.Length != 32) is { Key: not null } wrong)
            throw new ArgumentException($"The key '{wrong.Key}' has {wrong.Value.Length} bytes; expected 32.", nameof(keys));
        CurrentKeyId = currentKeyId;
        this.keys = new Dictionary<string, byte[]>(keys);
    }

    /// <summary>Id of the key that seals.</summary>
    public string CurrentKeyId { get; }

    public bool Has(string keyId) => keys.ContainsKey(keyId);

    /// <summary>A MAC under a key, to be fed and used again. The caller disposes it.</summary>
    /// <exception cref="KeyNotFoundException">That key is not there.</exception>
    public IncrementalHash Mac(string keyId) => IncrementalHash.CreateHMAC(
        HashAlgorithmName.SHA256,
        keys.TryGetValue(keyId, out var key) ? key : throw new KeyNotFoundException($"There is no audit key '{keyId}'."));

    /// <summary>Tells the current key from any other without telling the key.</summary>
    public byte[] Check() => HMACSHA256.HashData(keys[CurrentKeyId], "check"u8);
}
