using System.Globalization;
using System.Xml.Linq;

namespace IntegrationHub.Adapters.Magda.Requests;

/// <summary>The SOAP 1.1 envelope and the <c>Verzoek</c> around every question. MAGDA's root has a namespace, its children have none.</summary>
internal static class RequestEnvelope
{
    public static XNamespace Soap { get; } = "http://schemas.xmlsoap.org/soap/envelope/";

    public static XDocument Write(MagdaService service, MagdaOptions options, RequestStamp stamp, params object[] inhoud) =>
        new(new XElement(
            Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "soapenv", Soap.NamespaceName),
            new XElement(Soap + "Header"),
            new XElement(
                Soap + "Body",
                new XElement(
                    service.Namespace + service.Name,
                    new XAttribute(XNamespace.Xmlns + "web", service.Namespace.NamespaceName),
                    new XElement("Verzoek", Context(service, options, stamp), Vragen(stamp, inhoud))))));

    private static XElement Context(MagdaService service, MagdaOptions options, RequestStamp stamp) =>
        new(
            "Context",
            new XElement("Naam", service.Name),
            new XElement("Versie", service.Version),
            new XElement(
                "Bericht",
                new XElement("Type", "VRAAG"),
                new XElement(
                    "Tijdstip",
                    new XElement("Datum", stamp.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    new XElement("Tijd", stamp.At.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture))),
                new XElement(
                    "Afzender",
                    new XElement("Identificatie", options.Identificatie),
                    new XElement("Referte", stamp.Referte),
                    new XElement("Hoedanigheid", options.Hoedanigheid),
                    stamp.Gebruiker is null ? null : new XElement("Gebruiker", stamp.Gebruiker))));

    private static XElement Vragen(RequestStamp stamp, object[] inhoud) =>
        new("Vragen", new XElement("Vraag", new XElement("Referte", stamp.Referte), new XElement("Inhoud", inhoud)));
}
