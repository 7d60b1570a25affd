using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Adapters.Hospital.Mllp;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>Listens for HL7 v2 over MLLP. FHIR and posted HL7 come in through the host and need no listener.</summary>
internal sealed class HospitalSource(IOptions<HospitalOptions> options, InstanceContext context, ISecrets secrets, TimeProvider clock, ILogger<HospitalSource> logger) : IPushSource
{
    private volatile bool isListening;

    private readonly TaskCompletionSource<IPEndPoint> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where it listens, once it does (port 0 takes a free one).</summary>
    public Task<IPEndPoint> Listening => listening.Task;

    /// <summary>Whether it listens now.</summary>
    public bool IsListening => isListening;

    public async Task RunAsync(IIntake intake, CancellationToken token)
    {
        var mllp = options.Value.Mllp ?? throw new PermanentFailureException("The option mllp is missing: there is nothing to listen on.");
        using var listener = Open(mllp);
        isListening = true;
        listening.TrySetResult((IPEndPoint)listener.LocalEndpoint);
        logger.LogInformation("{Source}: listening for HL7 v2 over MLLP on {EndPoint}", context.Id, listener.LocalEndpoint);
        using var tls = mllp.Tls is { } asked ? new MllpTls(asked, secrets, clock) : null;
        var reader = new Hl7Reader(options.Value);
        var allowed = new AllowedSenders(mllp.AllowFrom);
        var refused = new RefusedSenders(context.Id, clock, logger);
        var open = new ConcurrentDictionary<Task, byte>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(token);
                if (Refusal(client, allowed, open.Count, mllp) is { } reason)
                {
                    refused.Add(client.Client.RemoteEndPoint, reason);
                    client.Dispose();
                    continue;
                }

                var serving = ServeAsync(client, tls, refused, intake, reader, mllp, token);
                open.TryAdd(serving, 0);
                _ = serving.ContinueWith(done => open.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            logger.LogInformation("{Source}: stopped listening", context.Id);
        }
        finally
        {
            isListening = false;
            listener.Stop();
            await Task.WhenAll(open.Keys);
        }
    }

    private static string? Refusal(TcpClient client, AllowedSenders allowed, int open, MllpOptions mllp)
    {
        if (!allowed.Contains((client.Client.RemoteEndPoint as IPEndPoint)?.Address))
            return "mllp.allowFrom does not name its address";
        return open >= mllp.MaxConnections ? $"{mllp.MaxConnections} are open, the most that mllp.maxConnections allows" : null;
    }

    private static TcpListener Open(MllpOptions mllp)
    {
        var listener = new TcpListener(IPAddress.Parse(mllp.Address), mllp.Port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            throw new IOException($"Cannot listen on {mllp.Address}:{mllp.Port} ({exception.SocketErrorCode}). See whether another program has the port, and the option mllp.", exception);
        }
    }

    /// <summary>One connection never brings down the others.</summary>
    private async Task ServeAsync(TcpClient client, MllpTls? tls, RefusedSenders refused, IIntake intake, Hl7Reader reader, MllpOptions mllp, CancellationToken token)
    {
        var from = client.Client.RemoteEndPoint;
        using (client)
        {
            try
            {
                client.NoDelay = true;
                client.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
                await using var stream = tls is null ? client.GetStream() : await tls.AcceptAsync(client.GetStream(), token);
                await new MllpConnection(stream, intake, reader, mllp, context, clock, logger).ServeAsync(token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                logger.LogDebug("{Source}: an MLLP connection was closed because the hub stops", context.Id);
            }
            catch (Exception exception) when (exception is AuthenticationException or OperationCanceledException)
            {
                refused.Add(from, "it is no TLS, or without a certificate that mllp.tls asks for");
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "{Source}: an MLLP connection ended", context.Id);
            }
        }
    }
}
