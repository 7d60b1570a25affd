using System.Net.Http.Json;
using System.Text.Json;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Adapters.Queue.Tests;

/// <summary>A queue, as its owner sees it.</summary>
internal sealed class PartnersQueue(RabbitMqServer broker, string name)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task MakeAsync(object? arguments = null)
    {
        using var management = broker.CreateManagementClient();
        (await management.PutAsJsonAsync($"api/queues/%2f/{name}", new { durable = true, arguments = arguments ?? new { } }, Token)).EnsureSuccessStatusCode();
    }

    public async Task RemoveAsync()
    {
        using var management = broker.CreateManagementClient();
        (await management.DeleteAsync($"api/queues/%2f/{name}", Token)).EnsureSuccessStatusCode();
    }

    public async Task<JsonElement> DescribeAsync()
    {
        using var management = broker.CreateManagementClient();
        return await management.GetFromJsonAsync<JsonElement>($"api/queues/%2f/{name}", Token);
    }

    /// <summary>Takes what is there, properties and payload.</summary>
    public async Task<List<JsonElement>> TakeAsync()
    {
        using var management = broker.CreateManagementClient();
        var question = new { count = 1000, ackmode = "ack_requeue_false", encoding = "auto" };
        var answer = await management.PostAsJsonAsync($"api/queues/%2f/{name}/get", question, Token);
        return [.. (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token)).EnumerateArray()];
    }

    public static string NewName() => $"signals-{Guid.NewGuid():N}";
}
