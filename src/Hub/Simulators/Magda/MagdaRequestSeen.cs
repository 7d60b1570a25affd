using System.Xml.Linq;

namespace IntegrationHub.Simulators.Magda;

/// <summary>One request that the simulator received.</summary>
/// <param name="Service">Local name of the body's root.</param>
/// <param name="Version">Context/Versie.</param>
/// <param name="Insz">Whom it asks about.</param>
/// <param name="Envelope">The whole message as parsed.</param>
/// <param name="Raw">The bytes as received.</param>
public sealed record MagdaRequestSeen(string Service, string Version, string? Insz, XDocument Envelope, ReadOnlyMemory<byte> Raw)
{
    /// <summary>Shows the service only.</summary>
    public override string ToString() => $"MagdaRequestSeen({Service})";
}
