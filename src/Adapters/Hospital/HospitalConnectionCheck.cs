using System.Net;
using System.Net.Sockets;
using IntegrationHub.Adapters.Hospital.Mllp;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>A hospital comes to the hub: what can be told is whether it would find somebody who listens.</summary>
internal sealed class HospitalConnectionCheck(IOptions<HospitalOptions> options, HospitalSource source) : IConnectionCheck
{
    public Task<CheckResult> CheckAsync(CancellationToken token) => Task.FromResult(Check());

    private CheckResult Check()
    {
        if (options.Value.Mllp is not { } mllp)
            return new(true, "The hospital posts to the hub: there is nothing to reach.");
        var place = $"{mllp.Address}:{mllp.Port}";
        var exposure = MllpExposure.Of(mllp);
        if (exposure is { LetsNobodyIn: true })
            return new(false, exposure.Sentence);
        var besides = exposure is null ? "" : $" {exposure.Sentence}";
        if (source.IsListening)
            return new(true, $"Listening on {place}.{besides}");
        try
        {
            using var probe = new TcpListener(IPAddress.Parse(mllp.Address), mllp.Port);
            probe.Start();
            return new(true, $"{place} is free to listen on.{besides}");
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return new(false, $"{place} is taken. When that is a hub that runs with this configuration, all is well; else stop the other program, or change mllp.port.");
        }
        catch (SocketException e)
        {
            return new(false, $"Cannot listen on {place} ({e.SocketErrorCode}). Put an address of this machine in mllp.address, and a port that the hub may open in mllp.port.");
        }
    }
}
