namespace IntegrationHub.Tests.Servers;

public sealed class RabbitMqFixture() : ServerFixture<RabbitMqServer>(RabbitMqServer.StartAsync);
