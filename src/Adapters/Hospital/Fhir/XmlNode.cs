using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>An element of a resource in XML. A DTD is refused, so there are no entities either.</summary>
internal sealed class XmlNode(XElement element) : FhirNode
{
    private const int MaxDepth = 64;

    private static readonly XNamespace Fhir = "http://hl7.org/fhir";

    public override string? ResourceType => element.Name.Namespace == Fhir && char.IsAsciiLetterUpper(element.Name.LocalName[0]) ? element.Name.LocalName : null;

    public override string? Value => (string?)element.Attribute("value");

    /// <summary>Reads any bytes; never throws.</summary>
    public static XmlNode? TryParse(ReadOnlyMemory<byte> bytes, out Rejection? why)
    {
        why = Inspect(bytes);
        if (why is not null)
            return null;
        using var reader = Open(bytes, DtdProcessing.Prohibit);
        return new XmlNode(XElement.Load(reader));
    }

    public override IEnumerable<FhirNode> All(string name) => element.Elements(Fhir + name).Select(found => new XmlNode(ResourceIn(found) ?? found));

    public override byte[] WriteBundle(IEnumerable<FhirNode> entries)
    {
        var bundle = new XElement(Fhir + "Bundle", new XElement(Fhir + "type", new XAttribute("value", "collection")), entries.Cast<XmlNode>().Select(entry => entry.Copy()));
        using var stream = new MemoryStream();
        bundle.Save(stream, SaveOptions.DisableFormatting);
        return stream.ToArray();
    }

    private XElement Copy() => new(element);

    // <resource> and <contained> wrap the one resource they hold.
    private static XElement? ResourceIn(XElement found) => found.Name.LocalName is "resource" or "contained" ? found.Elements().FirstOrDefault() : null;

    /// <summary>Reads through it once, so that loading it cannot fail or go too deep.</summary>
    private static Rejection? Inspect(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var reader = Open(bytes, DtdProcessing.Prohibit);
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth)
                    return new("body", $"FHIR XML nested at most {MaxDepth} deep, found it deeper", "Send a resource in FHIR R4 XML.");
            }

            return null;
        }
        catch (XmlException exception)
        {
            return HasDtd(bytes)
                ? new("body", "XML without a document type, found a DTD", "Send it without DTD or entities; they are never read.")
                : new($"body, line {exception.LineNumber}, column {exception.LinePosition}", "well-formed FHIR XML, found text that is not", "Send a resource in FHIR R4 XML.");
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return new("body", "XML in an encoding that can be read, found another", "Send UTF-8.");
        }
    }

    // What reads well once the document type is passed over was refused for that alone. Passed over means unread: no entity is resolved here either.
    private static bool HasDtd(ReadOnlyMemory<byte> bytes) => !ReachesContent(bytes, DtdProcessing.Prohibit) && ReachesContent(bytes, DtdProcessing.Ignore);

    // To open it is to read its first bytes, which may be in no encoding at all.
    private static bool ReachesContent(ReadOnlyMemory<byte> bytes, DtdProcessing dtd)
    {
        try
        {
            using var reader = Open(bytes, dtd);
            return reader.MoveToContent() == XmlNodeType.Element;
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static XmlReader Open(ReadOnlyMemory<byte> bytes, DtdProcessing dtd) =>
        XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = dtd, XmlResolver = null });
}
