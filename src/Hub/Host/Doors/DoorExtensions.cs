using Microsoft.AspNetCore.Http.Features;

namespace IntegrationHub.Host.Doors;

/// <summary>What endpoints say to the door, and ask of it.</summary>
internal static class DoorExtensions
{
    /// <summary>Lets in callers with one of these rights; one that may only push also needs the source of the route.</summary>
    public static TBuilder ForCallersWho<TBuilder>(this TBuilder endpoint, params CallerRight[] rights)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AskedBy(rights));

    /// <summary>What stands between the listener and the endpoints.</summary>
    public static void AddHubDoor(this IServiceCollection services)
    {
        services.AddSingleton<DoorLimits>();
        services.AddSingleton<StrangerConnections>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<Door>();
        services.AddHostedService<RefusalReporter>();
    }

    /// <summary>Who called. Behind the door there is always one.</summary>
    public static Caller Caller(this HttpContext context) => context.Features.GetRequiredFeature<Caller>();
}
