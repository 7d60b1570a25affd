using IntegrationHub.Tests.Servers;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
