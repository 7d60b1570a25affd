using System.Net;
using System.Net.Sockets;
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
        using var tls = mllp.Tls is { } asked ? new MllpTls(asked, secrets, clock) : null;
        using var listener = Open(mllp);
        var door = new MllpDoor(mllp, tls, intake, new Hl7Reader(options.Value), context, clock, logger);
        try
        {
            isListening = true;
            listening.TrySetResult((IPEndPoint)listener.LocalEndpoint);
            logger.LogInformation("{Source}: listening for HL7 v2 over MLLP on {EndPoint}", context.Id, listener.LocalEndpoint);
            if (MllpExposure.Of(mllp) is { } exposure)
                logger.LogWarning("{Source}: {Exposure}", context.Id, exposure);
            await door.RunAsync(listener.AcceptTcpClientAsync, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            logger.LogInformation("{Source}: stopped listening", context.Id);
        }
        finally
        {
            isListening = false;
        }
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
}
