using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace IntegrationHub.Adapters.Queue;

/// <summary>
/// The connection to the partner's broker: opened when it is needed, kept, and thrown away as soon as something is wrong with it. The client does not recover by itself: its publish can hang for ever
/// when the broker goes away (rabbitmq-dotnet-client issue 1930), so that only a new connection is to be trusted.
/// </summary>
public sealed class Broker(IOptions<QueueOptions> options, ISecrets secrets, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan LongestClose = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim one = new(1, 1);
    private Opened? opened;

    /// <summary>Works on a channel with publisher confirms, in the time that the options give.</summary>
    /// <exception cref="TimeoutException">It did not end in time; the connection is replaced.</exception>
    public async Task UseAsync(Func<IChannel, CancellationToken, Task> work, CancellationToken token)
    {
        var patience = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        using var deadline = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, deadline.Token);
        Opened? used = null;
        try
        {
            used = await OpenAsync(either.Token);
            // A client that hangs does not heed its token.
            await work(used.Channel, either.Token).WaitAsync(either.Token);
        }
        catch (Exception exception)
        {
            if (used is { Channel.IsOpen: false } || exception is OperationCanceledException)
                Replace(used);
            if (exception is OperationCanceledException && deadline.IsCancellationRequested && !token.IsCancellationRequested)
                throw new TimeoutException($"The broker did not answer within {patience.TotalSeconds:0} seconds.", exception);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref opened, null) is { } last)
            await CloseAsync(last.Connection);
        one.Dispose();
    }

    private async Task<Opened> OpenAsync(CancellationToken token)
    {
        if (Volatile.Read(ref opened) is { Channel.IsOpen: true } ready)
            return ready;
        await one.WaitAsync(token);
        try
        {
            if (opened is { Channel.IsOpen: true } meanwhile)
                return meanwhile;
            Replace(opened);
            var connection = await ConnectAsync(token).WaitAsync(token);
            try
            {
                var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null), token).WaitAsync(token);
                return opened = new Opened(connection, channel);
            }
            catch
            {
                _ = CloseAsync(connection);
                throw;
            }
        }
        finally
        {
            one.Release();
        }
    }

    private Task<IConnection> ConnectAsync(CancellationToken token)
    {
        var factory = new ConnectionFactory
        {
            Uri = BrokerAddress.Open(secrets, options.Value),
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds),
            RequestedHeartbeat = TimeSpan.FromSeconds(20),
            ClientProvidedName = "IntegrationHub",
        };
        return factory.CreateConnectionAsync(token);
    }

    private void Replace(Opened? broken)
    {
        if (broken is not null && Interlocked.CompareExchange(ref opened, null, broken) == broken)
            _ = CloseAsync(broken.Connection);
    }

    /// <summary>Closes without waiting for a broker that does not answer, and whatever it says.</summary>
    private static async Task CloseAsync(IConnection connection)
    {
        await Task.WhenAny(connection.CloseAsync(Constants.ReplySuccess, "", LongestClose, abort: true, CancellationToken.None), Task.Delay(LongestClose));
        await Task.WhenAny(connection.DisposeAsync().AsTask(), Task.Delay(LongestClose));
    }

    private sealed record Opened(IConnection Connection, IChannel Channel);
}
