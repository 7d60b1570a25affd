namespace IntegrationHub.Tests.Servers;

internal static class FirstStart
{
    const int Attempts = 3;

    /// <summary>Prepares and starts; takes a new folder and new ports when somebody else took one of the ports in between.</summary>
    public static async Task<T> OfAsync<T>(Func<T> create, Func<T, Task> prepare, CancellationToken token) where T : IServer
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = create();
            try
            {
                await prepare(server);
                await server.StartAgainAsync(token);
                return server;
            }
            catch (ServerFailedException) when (attempt < Attempts)
            {
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }
}
