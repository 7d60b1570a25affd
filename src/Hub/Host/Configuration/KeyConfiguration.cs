namespace IntegrationHub.Host.Configuration;

/// <summary>The keys: for pseudonyms (HMAC), for the encrypted column (AES-256) and for the seal of the audit log (HMAC).</summary>
internal sealed record KeyConfiguration(string PseudonymKeyId, byte[] PseudonymKey, string SealKeyId, IReadOnlyDictionary<string, byte[]> SealKeys)
{
    /// <summary>Id of the key that seals the audit log.</summary>
    public string AuditKeyId { get; init; } = "";

    public IReadOnlyDictionary<string, byte[]> AuditKeys { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Where keys that were just made are to be kept; null when they are configured, or kept already.</summary>
    public string? NewFile { get; init; }

    public override string ToString() => $"KeyConfiguration({PseudonymKeyId}, {SealKeyId})";
}
