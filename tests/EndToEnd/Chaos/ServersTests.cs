using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IntegrationHub.Tests.Servers;
using Npgsql;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

public sealed class ServersTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_in_a_quorum_queue_survives_a_killed_broker_and_not_a_wiped_one()
    {
        var starting = RabbitMqServer.StartAsync(Token);
        await using var neighbour = await RabbitMqServer.StartAsync(Token);
        await using var broker = await starting;
        await PublishOneAsync(broker);
        await PublishOneAsync(neighbour);

        await broker.KillAsync(Token);
        broker.IsRunning.ShouldBeFalse();
        await broker.StartAgainAsync(Token);
        (await TakeOneAsync(broker)).ShouldBe("a message");

        await PublishOneAsync(broker);
        await broker.WipeAsync(Token);
        using var management = broker.CreateManagementClient();
        (await management.GetAsync("api/queues/%2f/inbox", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await DeclareAsync(management);
        (await TakeOneAsync(broker)).ShouldBeNull();

        await broker.StopAsync(Token);
        broker.IsRunning.ShouldBeFalse();
        (await TakeOneAsync(neighbour)).ShouldBe("a message");
    }

    [Fact]
    public async Task What_was_committed_survives_a_killed_and_a_stopped_database_server()
    {
        await using var server = await PostgresServer.StartAsync(Token);
        await using var neighbour = await PostgresServer.StartAsync(new PostgresOptions { Fsync = false }, Token);
        var database = await server.CreateDatabaseAsync(token: Token);
        await ExecuteAsync(database, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");

        await server.KillAsync(Token);
        await server.StartAgainAsync(Token);
        await ExecuteAsync(database, "INSERT INTO kept VALUES (2)");
        await server.StopAsync(Token);
        server.IsRunning.ShouldBeFalse();
        await server.StartAgainAsync(Token);

        (await ExecuteAsync(database, "SELECT count(*) FROM kept")).ShouldBe(2L);
        var other = await neighbour.CreateDatabaseAsync("kept", Token);
        (await ExecuteAsync(other, "SELECT count(*) FROM pg_tables WHERE tablename = 'kept'")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_shared_server_is_alive_again_for_the_next_test()
    {
        await using var fixture = new PostgresFixture();
        var server = await fixture.GetAsync(Token);
        await server.KillAsync(Token);

        (await fixture.GetAsync(Token)).ShouldBeSameAs(server);
        (await ExecuteAsync(await server.CreateDatabaseAsync(token: Token), "SELECT 1")).ShouldBe(1);
    }

    static async Task PublishOneAsync(RabbitMqServer broker)
    {
        using var management = broker.CreateManagementClient();
        await DeclareAsync(management);
        var message = new { properties = new { delivery_mode = 2 }, routing_key = "inbox", payload = "a message", payload_encoding = "string" };
        (await management.PostAsJsonAsync("api/exchanges/%2f/amq.default/publish", message, Token)).EnsureSuccessStatusCode();
    }

    static async Task DeclareAsync(HttpClient management)
    {
        var arguments = new Dictionary<string, object> { ["x-queue-type"] = "quorum" };
        (await management.PutAsJsonAsync("api/queues/%2f/inbox", new { durable = true, arguments }, Token)).EnsureSuccessStatusCode();
    }

    static async Task<string?> TakeOneAsync(RabbitMqServer broker)
    {
        using var management = broker.CreateManagementClient();
        var question = new { count = 1, ackmode = "ack_requeue_false", encoding = "auto" };
        var answer = await management.PostAsJsonAsync("api/queues/%2f/inbox/get", question, Token);
        var messages = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token);
        return messages.EnumerateArray().Select(m => m.GetProperty("payload").GetString()).SingleOrDefault();
    }

    static async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Token);
    }
}
