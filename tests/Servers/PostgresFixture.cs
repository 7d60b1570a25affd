namespace IntegrationHub.Tests.Servers;

/// <summary>Without fsync: quick, and what a killed server had committed is still there.</summary>
public sealed class PostgresFixture() : ServerFixture<PostgresServer>(token => PostgresServer.StartAsync(new PostgresOptions { Fsync = false }, token));
