using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Connections;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>Takes connections until it is told to stop, and serves those that may come in.</summary>
internal sealed class MllpDoor(MllpOptions options, MllpTls? tls, IIntake intake, Hl7Reader reader, InstanceContext context, TimeProvider clock, ILogger logger)
{
    /// <summary>After a connection could not be taken: long enough that another may have closed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly AllowedSenders allowed = new(options.AllowFrom);
    private readonly MllpPlaces places = new(options.MaxConnections, options.MaxPerAddress);
    private readonly RefusedSenders refused = new(context.Id, clock, logger);
    private readonly ConcurrentDictionary<Task, byte> serving = new();

    /// <param name="accept">The next connection.</param>
    /// <param name="token">Ends all of them.</param>
    public async Task RunAsync(Func<CancellationToken, ValueTask<TcpClient>> accept, CancellationToken token)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(token);
        try
        {
            while (true)
            {
                if (await AcceptedAsync(accept, token) is { } client)
                    await LetInAsync(client, ending.Token);
            }
        }
        finally
        {
            // Also after an error: what stays connected would keep the source from being started again.
            await ending.CancelAsync();
            await Task.WhenAll(serving.Keys);
        }
    }

    /// <summary>Null when it could not be taken, as when the hub has no file descriptor left: those who are connected go on.</summary>
    private async Task<TcpClient?> AcceptedAsync(Func<CancellationToken, ValueTask<TcpClient>> accept, CancellationToken token)
    {
        try
        {
            return await accept(token);
        }
        catch (SocketException exception)
        {
            logger.LogError("{Source}: a connection could not be taken ({Error}); trying again in {Pause}", context.Id, exception.SocketErrorCode, Pause);
            await Task.Delay(Pause, clock, token);
            return null;
        }
    }

    private async Task LetInAsync(TcpClient client, CancellationToken token)
    {
        var from = AddressOf(client);
        if (from is null || !allowed.Contains(from))
        {
            refused.Add(from, "mllp.allowFrom does not name its address");
            client.Dispose();
            return;
        }

        var place = new MllpPlace(CountedAddress.Of(from), token);
        var (lost, refusal) = places.Enter(place);
        if (refusal is not null)
        {
            refused.Add(from, refusal);
            place.Dispose();
            client.Dispose();
            return;
        }

        if (lost is not null)
            await lost.LoseAsync();
        var served = ServeAsync(client, from, place, token);
        serving.TryAdd(served, 0);
        _ = served.ContinueWith(done => serving.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static IPAddress? AddressOf(TcpClient client)
    {
        try
        {
            return (client.Client.RemoteEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            // It is gone already.
            return null;
        }
    }

    /// <summary>One connection never brings down the others.</summary>
    private async Task ServeAsync(TcpClient client, IPAddress from, MllpPlace place, CancellationToken token)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                client.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
                await using var stream = tls is null ? client.GetStream() : await tls.AcceptAsync(client.GetStream(), place.Ending);
                if (tls is { AsksCertificates: true })
                    place.Prove();
                await new MllpConnection(stream, intake, reader, options, context, clock, logger) { Answered = place.Prove }.ServeAsync(place.Ending);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                logger.LogDebug("{Source}: an MLLP connection was closed because the hub stops", context.Id);
            }
            catch (Exception) when (place.IsLost)
            {
                refused.Add(from, "nothing had come of it yet, and a newer connection needed its place (mllp.maxPerAddress, mllp.maxConnections)");
            }
            catch (Exception exception) when (exception is AuthenticationException or OperationCanceledException)
            {
                refused.Add(from, "it is no TLS, or without a certificate that mllp.tls names");
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "{Source}: an MLLP connection ended", context.Id);
            }
            finally
            {
                places.Leave(place);
                place.Dispose();
            }
        }
    }
}
