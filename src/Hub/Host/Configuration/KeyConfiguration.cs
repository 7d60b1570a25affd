using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Host.Configuration;

/// <summary>The keys: for pseudonyms (HMAC), oldest first, for the encrypted columns (AES-256) and for the seal of the audit log (HMAC).</summary>
internal sealed record KeyConfiguration(IReadOnlyList<NamedKey> Pseudonym, string SealKeyId, IReadOnlyDictionary<string, byte[]> SealKeys)
{
    /// <summary>Id of the key that seals the audit log.</summary>
    public string AuditKeyId { get; init; } = "";

    public IReadOnlyDictionary<string, byte[]> AuditKeys { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>The file beside the database that keeps them; null when they are configured.</summary>
    public string? File { get; init; }

    /// <summary>The file does not keep them yet: they were just made.</summary>
    public bool AreNew { get; init; }

    /// <summary>For <see cref="CitizenKeys"/>.</summary>
    public IReadOnlyList<(string Id, byte[] Key)> Layers => [.. Pseudonym.Select(key => (key.Id, key.Key))];

    /// <summary>What a host says that it has: which hosts may be told to use a key depends on it.</summary>
    public IReadOnlyList<string> Names => [.. Pseudonym.Select(key => NameOfPseudonym(key.Id)), .. SealKeys.Keys.Select(NameOfSeal)];

    public static string NameOfPseudonym(string id) => $"pseudonym/{id}";

    public static string NameOfSeal(string id) => $"seal/{id}";

    public override string ToString() => $"KeyConfiguration({string.Join(", ", Names)})";
}
