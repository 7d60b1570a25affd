using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Storage.Backup;

/// <summary>The keys of the hub, as far as a backup knows them: it holds none, and tells those that belong to it from any other. What is written under one key is known to be whole.</summary>
/// <param name="current">Name of the key that vouches for what is written.</param>
/// <param name="keys">Every key by name.</param>
public sealed class BackupKeys(string current, IReadOnlyDictionary<string, byte[]> keys)
{
    public string Current { get; } = current;

    /// <summary>Of each key, what tells it from any other without telling the key.</summary>
    public IReadOnlyDictionary<string, string> Checks() => keys.ToDictionary(key => key.Key, key => Convert.ToHexStringLower(Of(key.Key, "backup check"u8)));

    /// <summary>Vouches for a content under one key.</summary>
    public byte[] Vouch(string key, ReadOnlySpan<byte> content) => HMACSHA256.HashData(Of(key, "backup content"u8), content);

    /// <exception cref="BackupException">A key of the backup is not here, or is another.</exception>
    public void MustBe(IReadOnlyDictionary<string, string> checks)
    {
        var here = Checks();
        var missing = checks.Keys.Where(name => !here.ContainsKey(name)).Order(StringComparer.Ordinal).ToList();
        var other = checks.Where(check => here.TryGetValue(check.Key, out var mine) && mine != check.Value).Select(check => check.Key).Order(StringComparer.Ordinal).ToList();
        if (missing.Count + other.Count == 0)
            return;
        throw new BackupException(
            $"The keys are not those of this backup, and without them nothing in it can be opened.{Named(" Not configured here: ", missing)}{Named(" Another key under the same name: ", other)} Put back the keys of then (keys in hub.json, or the .keys file beside the database), then restore.");
    }

    private static string Named(string said, List<string> names) => names.Count == 0 ? "" : $"{said}{string.Join(", ", names)}.";

    private byte[] Of(string name, ReadOnlySpan<byte> use)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys[name]);
        hash.AppendData(use);
        hash.AppendData(Encoding.UTF8.GetBytes(name));
        return hash.GetHashAndReset();
    }
}
