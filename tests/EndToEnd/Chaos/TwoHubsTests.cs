using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>Two hosts on one PostgreSQL and one RabbitMQ.</summary>
public sealed class TwoHubsTests(Production production)
{
    private const int Rows = 50_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_one_of_two_hubs_is_killed_in_the_middle_the_other_finishes_everything()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var first = new HubFolder(tool.Url, tool.Secret).On(await production.ForOneTestAsync(Token)).Save();
        using var second = first.ForAnotherHost("two");
        var accounting = new Accounting(first, JobsExport.Write(first, Rows), tool);
        // Together: the two migrate one empty database.
        var starting = HubProcess.RunAsync(second, Token);
        await using var killed = await HubProcess.RunAsync(first, Token);
        await using var survivor = await starting;
        await HubAdmin.RunSourceAsync(first, Token);

        await accounting.UntilRecordsAsync(Rows / 3, killed, Token);
        await killed.KillAsync(Token);
        (await accounting.Database.RecordsAsync(Token)).ShouldBeLessThan(Rows - 1000);

        Measured.Write("From the death of one of two hubs to the last signal", await accounting.UntilDoneAsync(survivor, Token));
        await accounting.ShouldBeCompleteAsync(Token);
    }
}
