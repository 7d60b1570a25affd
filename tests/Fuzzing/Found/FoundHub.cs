using IntegrationHub.Fuzzing.Tests.Hub;

namespace IntegrationHub.Fuzzing.Tests.Found;

/// <summary>One hub for all that was found.</summary>
public sealed class FoundHub : IAsyncLifetime
{
    internal FuzzedHub Hub { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Hub = await FuzzedHub.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
