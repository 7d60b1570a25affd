namespace IntegrationHub.Host.Configuration;

/// <summary>A key and the id that is stored with what it made.</summary>
internal sealed record NamedKey(string Id, byte[] Key)
{
    public override string ToString() => $"NamedKey({Id})";
}
