using System.Net.Http.Json;
using System.Text.Json;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>What one test has of the servers.</summary>
public sealed record ServersOfOneTest(RabbitMqServer Broker, string VirtualHost, PostgresServer Database, string Connection)
{
    public Uri Amqp => new($"{Broker.AmqpUri.GetLeftPart(UriPartial.Authority)}/{Escaped}");

    private string Escaped => Uri.EscapeDataString(VirtualHost);

    /// <summary>Names and message counts of the queues.</summary>
    public async Task<IReadOnlyDictionary<string, long>> QueuesAsync(CancellationToken token)
    {
        using var management = Broker.CreateManagementClient();
        var queues = await management.GetFromJsonAsync<JsonElement>($"api/queues/{Escaped}", token);
        return queues.EnumerateArray().ToDictionary(
            queue => queue.GetProperty("name").GetString()!,
            queue => queue.TryGetProperty("messages", out var messages) ? messages.GetInt64() : 0);
    }

    /// <summary>A queue that keeps a copy of everything that crosses the exchange, as soon as there is such an exchange.</summary>
    public async Task ListenInAsync(string exchange, string queue, CancellationToken token)
    {
        using var management = Broker.CreateManagementClient();
        (await management.PutAsJsonAsync($"api/queues/{Escaped}/{queue}", new { durable = true }, token)).EnsureSuccessStatusCode();
        await Until.TrueAsync($"there is an exchange {exchange}", async () => (await management.GetAsync($"api/exchanges/{Escaped}/{exchange}", token)).IsSuccessStatusCode, token);
        (await management.PostAsJsonAsync($"api/bindings/{Escaped}/e/{exchange}/q/{queue}", new { routing_key = "#" }, token)).EnsureSuccessStatusCode();
    }

    /// <summary>Removes an exchange with what is bound to it, under the connections that use it.</summary>
    public async Task RemoveExchangeAsync(string exchange, CancellationToken token)
    {
        using var management = Broker.CreateManagementClient();
        (await management.DeleteAsync($"api/exchanges/{Escaped}/{exchange}", token)).EnsureSuccessStatusCode();
    }

    /// <summary>Everything in a queue, headers and all, as the management API tells it.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(string queue, CancellationToken token)
    {
        using var management = Broker.CreateManagementClient();
        var question = new { count = 100_000, ackmode = "ack_requeue_true", encoding = "auto" };
        var answer = await management.PostAsJsonAsync($"api/queues/{Escaped}/{queue}/get", question, token);
        var messages = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(token);
        return [.. messages.EnumerateArray().Select(message => message.GetRawText())];
    }
}
