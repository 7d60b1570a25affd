using System.Xml.Linq;

namespace IntegrationHub.Adapters.Magda.Requests;

/// <summary>One question to one service, as a SOAP envelope that is not signed yet.</summary>
internal sealed record MagdaRequest(MagdaService Service, XDocument Envelope)
{
    /// <summary>Shows the service, nothing of the citizen.</summary>
    public override string ToString() => $"MagdaRequest({Service.Name})";
}
