namespace IntegrationHub.Tests.Servers;

/// <summary>
/// One server for a whole test assembly, started when the first test asks for it:
/// <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>, then a constructor parameter. Starts it again if a test left it dead.
/// </summary>
public abstract class ServerFixture<T>(Func<CancellationToken, Task<T>> start) : IAsyncDisposable where T : class, IServer
{
    readonly SemaphoreSlim _one = new(1, 1);
    T? _server;

    public async Task<T> GetAsync(CancellationToken token = default)
    {
        await _one.WaitAsync(token);
        try
        {
            _server ??= await start(token);
            await _server.StartAgainAsync(token);
            return _server;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _one.Dispose();
        GC.SuppressFinalize(this);
    }
}
