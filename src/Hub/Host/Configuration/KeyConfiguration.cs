namespace IntegrationHub.Host.Configuration;

/// <summary>The two keys: for pseudonyms (HMAC) and for the encrypted column (AES-256).</summary>
internal sealed record KeyConfiguration(string PseudonymKeyId, byte[] PseudonymKey, string SealKeyId, IReadOnlyDictionary<string, byte[]> SealKeys)
{
    public override string ToString() => $"KeyConfiguration({PseudonymKeyId}, {SealKeyId})";
}
