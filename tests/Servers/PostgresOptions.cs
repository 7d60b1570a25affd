namespace IntegrationHub.Tests.Servers;

public sealed record PostgresOptions
{
    /// <summary>Off is quicker, and safe against a killed server; only a crash of the machine itself would lose data.</summary>
    public bool Fsync { get; init; } = true;

    /// <summary>Who issues its certificate, for 127.0.0.1: it then takes TLS as well; null for none.</summary>
    public TestCertificates? Tls { get; init; }
}
