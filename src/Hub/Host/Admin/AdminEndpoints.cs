using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Doors;
using IntegrationHub.Host.Health;
using IntegrationHub.Host.Scheduling;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Admin;

/// <summary>What monitoring asks of a running hub, and run now over HTTP. On the hub's own listener, loopback unless configured, and behind its door.</summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").ForCallersWho(CallerRight.Monitor, CallerRight.Administer);
        health.MapGet("/live", () => Results.Text("live"));
        health.MapGet("/ready", ReadyAsync);
        endpoints.MapPost("/admin/sources/{id}/run", RunNowAsync).ForCallersWho(CallerRight.Administer);
        endpoints.MapGet("/admin/alerts", async (IHubStore store, CancellationToken token) => Results.Json(await store.Alerts.OpenAsync(token))).ForCallersWho(CallerRight.Monitor, CallerRight.Administer);
        endpoints.MapGet("/admin/backfill", async (IHubStore store, CancellationToken token) => Results.Json((await store.Loads.QuestionsAsync(token)).Select(AskedLoad.Of)))
            .ForCallersWho(CallerRight.Monitor, CallerRight.Administer);
    }

    /// <summary>Why it is not, as codes, one a line.</summary>
    private static async Task<IResult> ReadyAsync(HubHealth health, CancellationToken token)
    {
        var reasons = await health.ReasonsAsync(token);
        return reasons.Count == 0 ? Results.Text("ready") : Results.Text(string.Join('\n', reasons), statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> RunNowAsync(string id, Schedules schedules, CancellationToken token)
    {
        try
        {
            return await schedules.RunNowAsync(id, token) ? Results.Accepted() : Results.Conflict();
        }
        catch (InvalidOperationException)
        {
            return Results.NotFound();
        }
    }
}
