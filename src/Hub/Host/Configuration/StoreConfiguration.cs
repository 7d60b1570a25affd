namespace IntegrationHub.Host.Configuration;

/// <summary>SQLite by file, or PostgreSQL by a connection string.</summary>
internal sealed record StoreConfiguration(bool IsPostgres, string Location, string SchedulesFile);
