using System.Data.Common;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Strikes;

/// <summary>PostgreSQL.</summary>
internal static class DatabaseStrikes
{
    public static async Task<bool> InjectAsync(Strike strike, ChaosWorld world, FaultKind kind, Random dice, CancellationToken token)
    {
        var server = world.Servers!.Database;
        if (!await strike.UntilWorkWaitsAsync(token))
            return false;
        switch (kind)
        {
            case FaultKind.DatabaseConnectionsCut:
                for (var times = dice.Next(1, 4); times > 0; times--)
                {
                    if (await CutAsync(world, token) == 0)
                        return false;
                    await Task.Delay(dice.Next(50, 400), token);
                }

                return true;
            case FaultKind.DatabaseKilled:
                await server.KillAsync(token);
                break;
            default:
                await server.StopAsync(token);
                break;
        }

        await Task.Delay(dice.Next(0, 1500), token);
        await server.StartAgainAsync(token);
        return true;
    }

    private static async Task<long> CutAsync(ChaosWorld world, CancellationToken token)
    {
        try
        {
            return await world.Database.NumberAsync(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", token);
        }
        catch (DbException)
        {
            return 0;
        }
    }
}
