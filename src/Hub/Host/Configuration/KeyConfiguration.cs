namespace IntegrationHub.Host.Configuration;

/// <summary>The two keys: for pseudonyms (HMAC) and for the encrypted column (AES-256).</summary>
internal sealed record KeyConfiguration(string PseudonymKeyId, byte[] PseudonymKey, string SealKeyId, IReadOnlyDictionary<string, byte[]> SealKeys)
{
    /// <summary>Where keys that were just made are to be kept; null when they are configured, or kept already.</summary>
    public string? NewFile { get; init; }

    public override string ToString() => $"KeyConfiguration({PseudonymKeyId}, {SealKeyId})";
}
