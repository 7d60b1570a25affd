namespace IntegrationHub.Host.Configuration;

/// <summary>SQLite by file, or PostgreSQL by a connection string.</summary>
internal sealed record StoreConfiguration(bool IsPostgres, string Location, string SchedulesFile)
{
    /// <summary>The location may hold a password.</summary>
    public override string ToString() => $"StoreConfiguration({(IsPostgres ? "PostgreSQL" : "SQLite")})";
}
