using IntegrationHub.Tests.Servers;

[assembly: AssemblyFixture(typeof(RabbitMqFixture))]
