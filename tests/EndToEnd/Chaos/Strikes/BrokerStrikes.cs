using System.Net.Http.Json;
using System.Text.Json;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Strikes;

/// <summary>RabbitMQ.</summary>
internal static class BrokerStrikes
{
    private static readonly string[] Exchanges = ["integrationhub.facts", "integrationhub.events"];
    private static readonly string[] Queues = ["integrationhub.detector"];

    public static async Task<bool> InjectAsync(Strike strike, ChaosWorld world, FaultKind kind, Random dice, CancellationToken token)
    {
        var broker = world.Servers!.Broker;
        // What is deleted or cut is deleted and cut under hubs that use it, not while they still look for the broker after an earlier fault.
        if (kind is FaultKind.BrokerConnectionsCut or FaultKind.ExchangesDeleted or FaultKind.QueuesDeleted && !await Strike.UntilAsync(() => IsConsumedAsync(world, token), token))
            return false;
        if (!await strike.UntilBatchesWaitAsync(token))
            return false;
        switch (kind)
        {
            case FaultKind.BrokerWiped:
                return await IsWipedAsync(broker, token);
            case FaultKind.BrokerConnectionsCut:
                return await CutAsync(world, token) > 0;
            case FaultKind.ExchangesDeleted:
                return await DeleteAsync(world, "exchanges", Exchanges, token);
            case FaultKind.QueuesDeleted:
                return await DeleteAsync(world, "queues", Queues, token);
            case FaultKind.BrokerKilled:
                await broker.KillAsync(token);
                break;
            default:
                await broker.StopAsync(token);
                break;
        }

        await Task.Delay(dice.Next(0, 1000), token);
        await broker.StartAgainAsync(token);
        return true;
    }

    /// <summary>RabbitMQ itself sometimes does not come through a reset on a busy machine: then it is killed and started, which counts as nothing.</summary>
    public static async Task<bool> IsWipedAsync(RabbitMqServer broker, CancellationToken token)
    {
        try
        {
            await broker.WipeAsync(token);
            return true;
        }
        catch (Exception exception) when (exception is ServerFailedException or InvalidOperationException)
        {
            await broker.KillAsync(token);
            await broker.StartAgainAsync(token);
            return false;
        }
    }

    private static async Task<bool> IsConsumedAsync(ChaosWorld world, CancellationToken token)
    {
        using var management = world.Servers!.Broker.CreateManagementClient();
        var queues = await management.GetFromJsonAsync<JsonElement>("api/queues", token);
        return queues.EnumerateArray().Any(queue => queue.TryGetProperty("consumers", out var consumers) && consumers.GetInt32() > 0);
    }

    /// <summary>Whether something was there to delete.</summary>
    private static async Task<bool> DeleteAsync(ChaosWorld world, string what, string[] names, CancellationToken token)
    {
        using var management = world.Servers!.Broker.CreateManagementClient();
        var deleted = false;
        foreach (var name in names)
            deleted |= (await management.DeleteAsync($"api/{what}/{Uri.EscapeDataString(world.Servers.VirtualHost)}/{name}", token)).IsSuccessStatusCode;
        return deleted;
    }

    private static async Task<int> CutAsync(ChaosWorld world, CancellationToken token)
    {
        using var management = world.Servers!.Broker.CreateManagementClient();
        var connections = await management.GetFromJsonAsync<JsonElement>("api/connections", token);
        var cut = 0;
        foreach (var name in connections.EnumerateArray().Select(connection => connection.GetProperty("name").GetString()!))
        {
            if ((await management.DeleteAsync($"api/connections/{Uri.EscapeDataString(name)}", token)).IsSuccessStatusCode)
                cut++;
        }

        return cut;
    }
}
