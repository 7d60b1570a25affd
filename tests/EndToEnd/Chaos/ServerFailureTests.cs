using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>The broker may go away or lose everything at any time, for the journal has it all; and so may the database go away.</summary>
public sealed class ServerFailureTests(Production production)
{
    private const int Rows = 50_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RabbitMQ_that_stops_in_the_middle_and_starts_again_costs_nothing()
    {
        var servers = await production.ForOneTestAsync(Token);
        await LosesNothingAsync(servers, "From RabbitMQ's return to the last signal", async (folder, accounting, hub) =>
        {
            await servers.Broker.StopAsync(Token);
            // The intake does not need the broker.
            await accounting.UntilRecordsAsync(Rows * 9 / 10, hub, Token);
            await servers.Broker.StartAgainAsync(Token);
        });
    }

    [Fact]
    public async Task RabbitMQ_that_is_wiped_in_the_middle_costs_nothing()
    {
        var servers = await production.ForWipingAsync(Token);
        await LosesNothingAsync(servers, "From the wiping of RabbitMQ to the last signal", async (folder, accounting, hub) =>
        {
            await servers.Broker.WipeAsync(Token);
        });
    }

    [Fact]
    public async Task An_exchange_that_is_removed_under_a_live_connection_costs_nothing()
    {
        var servers = await production.ForOneTestAsync(Token);
        await LosesNothingAsync(servers, "From the removal of the exchanges to the last signal", async (folder, accounting, hub) =>
        {
            await servers.RemoveExchangeAsync("integrationhub.facts", Token);
            await servers.RemoveExchangeAsync("integrationhub.events", Token);
        });
    }

    [Fact]
    public async Task PostgreSQL_that_stops_in_the_middle_and_starts_again_costs_nothing()
    {
        var servers = await production.ForOneTestAsync(Token);
        await LosesNothingAsync(servers, "From PostgreSQL's return to the last signal", async (folder, accounting, hub) =>
        {
            await servers.Database.StopAsync(Token);
            foreach (var worker in new[] { "The relay could not publish", "Deliveries could not be taken", "Rechecking failed" })
                await hub.UntilWritesAsync(worker, Token);
            await servers.Database.StartAgainAsync(Token);

            // The run that it interrupted broke; as long as that is not written down, the source counts as running.
            var stored = await accounting.Database.RecordsAsync(Token);
            await Until.TrueAsync(
                "the source is read on",
                async () =>
                {
                    await HubAdmin.RunSourceAsync(folder, Token);
                    return await accounting.Database.RecordsAsync(Token) > stored;
                },
                Token,
                () => hub.Errors);
        });
    }

    /// <summary>Breaks something while a hub is at work, and sees that every record and signal is there in the end.</summary>
    private static async Task LosesNothingAsync(ServersOfOneTest servers, string measured, Func<HubFolder, Accounting, HubProcess, Task> breakSomethingAsync)
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).On(servers).Save();
        var accounting = new Accounting(folder, JobsExport.Write(folder, Rows), tool);
        await using var hub = await HubProcess.RunAsync(folder, Token);
        await HubAdmin.RunSourceAsync(folder, Token);
        await UntilSomeProcessedAsync(accounting, hub);

        await breakSomethingAsync(folder, accounting, hub);

        Measured.Write(measured, await accounting.UntilDoneAsync(hub, Token));
        await accounting.ShouldBeCompleteAsync(Token);
    }

    private static Task UntilSomeProcessedAsync(Accounting accounting, HubProcess hub) => Until.TrueAsync(
        "some batches are processed",
        async () => await accounting.Database.NumberAsync("SELECT count(*) FROM batches WHERE processed_at IS NOT NULL", Token) >= 10,
        Token,
        () => hub.Errors);
}
