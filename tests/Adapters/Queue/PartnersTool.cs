using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Adapters.Queue.Tests;

/// <summary>The tool of a partner that reads its queue, and keeps a signal once, by its message id, as the README asks. The network to its broker can break.</summary>
internal sealed class PartnersTool(RabbitMqServer broker) : FakeTool
{
    private readonly Line line = new(broker.AmqpUri);
    private readonly HashSet<string> kept = [];
    private readonly string queue = PartnersQueue.NewName();

    public override JsonObject Options => new() { ["uri"] = "env:QUEUE_URI", ["queue"] = queue, ["declare"] = true };

    public override IReadOnlyDictionary<string, string> Secrets => new Dictionary<string, string> { ["env:QUEUE_URI"] = line.Address.OriginalString };

    public override int Items
    {
        get
        {
            foreach (var message in Take())
                kept.Add(message.GetProperty("properties").GetProperty("message_id").GetString()!);
            return kept.Count;
        }
    }

    public override async Task GoAwayAsync() => await line.DisposeAsync();

    public override Task StallAsync()
    {
        line.IsSilent = true;
        return Task.CompletedTask;
    }

    protected override async ValueTask CleanUpAsync() => await line.DisposeAsync();

    // Whatever the broker confirmed lies there: nothing to wait for.
    private List<JsonElement> Take()
    {
        using var management = broker.CreateManagementClient();
        using var question = new HttpRequestMessage(HttpMethod.Post, $"api/queues/%2f/{queue}/get")
        {
            Content = JsonContent.Create(new { count = 1000, ackmode = "ack_requeue_false", encoding = "auto" }),
        };
        using var answer = management.Send(question, TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return [];
        using var content = answer.EnsureSuccessStatusCode().Content.ReadAsStream();
        return [.. JsonSerializer.Deserialize<JsonElement>(content).EnumerateArray()];
    }
}
