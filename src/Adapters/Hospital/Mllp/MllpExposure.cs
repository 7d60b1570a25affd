using System.Net;

namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>What is valid and may not be meant so: a listener that nobody else may reach, or that others can listen in on.</summary>
/// <param name="LetsNobodyIn">Whether it is reached from other machines, none of which may connect.</param>
/// <param name="Sentence">What is the matter, and what to do.</param>
internal sealed record MllpExposure(bool LetsNobodyIn, string Sentence)
{
    /// <summary>Null when there is nothing to tell.</summary>
    public static MllpExposure? Of(MllpOptions mllp)
    {
        if (IPAddress.IsLoopback(IPAddress.Parse(mllp.Address)))
            return null;
        if (new AllowedSenders(mllp.AllowFrom).IsThisMachineAlone)
            return new(true, $"mllp.allowFrom: {mllp.Address} is reached from other machines, and every one of them is closed at once. Name the addresses of the hospital there, or put 127.0.0.1 in mllp.address.");
        if (mllp.Tls is null)
            return new(false, "mllp.tls: messages cross the network unencrypted, and anybody at an address of mllp.allowFrom may send. Set it, with clientCa and clients where the hospital's interface can show a certificate.");
        return mllp.Tls.ClientCa is null ? new(false, "mllp.tls.clientCa: no certificate is asked of senders, so that anybody at an address of mllp.allowFrom may send. Set it, with clients, where the hospital's interface can show one.") : null;
    }

    public override string ToString() => Sentence;
}
