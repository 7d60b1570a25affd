using System.Xml.Linq;

namespace IntegrationHub.Simulators.Magda;

/// <summary>What the simulator says by itself: envelopes, faults, and replies that no file holds.</summary>
internal static class MagdaReplies
{
    public static XNamespace Soap { get; } = "http://schemas.xmlsoap.org/soap/envelope/";

    public static XDocument Envelope(params object[] body) =>
        new(new XElement(Soap + "Envelope", new XAttribute(XNamespace.Xmlns + "soapenv", Soap.NamespaceName), new XElement(Soap + "Header"), new XElement(Soap + "Body", body)));

    public static XDocument Fault(string code, string text) =>
        Envelope(new XElement(Soap + "Fault", new XElement("faultcode", "soapenv:" + code), new XElement("faultstring", text)));

    public static XDocument ThrottleFault() => Fault("Server", "Exceeded the max throttle rate of 10 within 1000ms");

    /// <summary>An error of the message as a whole.</summary>
    public static XDocument AtRepliek(XName request, string version, string code, string diagnose) => Response(
        request,
        version,
        new XElement(
            "Uitzonderingen",
            new XElement(
                "Uitzondering",
                new XElement("Identificatie", code),
                new XElement("Oorsprong", "MAGDA"),
                new XElement("Type", "FOUT"),
                new XElement("Diagnose", diagnose))));

    /// <summary>A registration that went well.</summary>
    public static XDocument Done(XName request, string version, string referte) => Response(
        request,
        version,
        new XElement(
            "Antwoorden",
            new XElement(
                "Antwoord",
                new XElement("Referte", referte),
                new XElement("Inhoud", new XElement("Resultaat", new XAttribute("Beschrijving", "Wel geslaagd"), "1")))));

    /// <summary>A stored reply, with the reference of the question where the file has none.</summary>
    public static XDocument Stored(XElement reply, string referte)
    {
        foreach (var antwoord in reply.Descendants("Antwoord"))
        {
            var own = antwoord.Element("Referte");
            if (own is null)
                antwoord.AddFirst(new XElement("Referte", referte));
            else if (string.IsNullOrWhiteSpace(own.Value))
                own.Value = referte;
        }

        return Envelope(reply);
    }

    private static XDocument Response(XName request, string version, XElement content) => Envelope(new XElement(
        request.Namespace + (request.LocalName + "Response"),
        new XAttribute(XNamespace.Xmlns + "web", request.NamespaceName),
        new XElement(
            "Repliek",
            new XElement(
                "Context",
                new XElement("Naam", request.LocalName),
                new XElement("Versie", version),
                new XElement("Bericht", new XElement("Type", "ANTWOORD"))),
            content)));
}
