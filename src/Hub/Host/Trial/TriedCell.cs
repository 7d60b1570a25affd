namespace IntegrationHub.Host.Trial;

/// <summary>A name and a value as the source writes them; without a name where only the bytes are known. It may be personal: <see cref="ToString"/> shows nothing.</summary>
internal sealed record TriedCell(string Name, string Value)
{
    public override string ToString() => "TriedCell(hidden)";
}
