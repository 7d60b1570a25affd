using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>One Onderwerp: which mutation it is, when it was made, and its content.</summary>
internal sealed class PublishedSubject
{
    private static readonly string[] States = ["00", "01", "02", "09"];

    private PublishedSubject(XElement root)
    {
        Inhoud = root.Element("Inhoud") ?? new XElement("Inhoud");
        var metadata = Inhoud.Element("Metadata") ?? root.Element("Metadata");
        Referte = Safe(metadata?.Element("Referte")?.Value.Trim() ?? root.Element("Referte")?.Value.Trim());
        Type = metadata?.Element("Type")?.Value.Trim() ?? "";
        Version = Ticks(
            metadata?.Element("Datum")?.Value,
            Inhoud.Descendants("MutatieInformatie").Elements("Tijdstip").FirstOrDefault()?.Value,
            Inhoud.Descendants("Aangifte").Attributes("DatumTijdstipModificatie").FirstOrDefault()?.Value,
            Inhoud.Descendants("Persoon").Attributes("DatumModificatie").FirstOrDefault()?.Value);
    }

    /// <summary>What is published; empty when there is nothing.</summary>
    public XElement Inhoud { get; }

    /// <summary>The mutation's own reference, safe to show.</summary>
    public string Referte { get; }

    /// <summary>Metadata/Type; empty when there is no Metadata.</summary>
    public string Type { get; }

    /// <summary>Grows with each mutation: Metadata/Datum, else when the content says that it changed; null when nothing tells.</summary>
    public long? Version { get; }

    /// <summary>Annulled (03) or removed (04): what the record said no longer holds.</summary>
    public bool IsWithdrawal => Type is "03" or "04";

    /// <summary>Whether the type is one that MAGDA lists; no Metadata is a new state.</summary>
    public bool IsKnown => Type.Length == 0 || IsWithdrawal || States.Contains(Type);

    /// <summary>Reads the element; null when it is no XML.</summary>
    public static PublishedSubject? Read(ReadOnlyMemory<byte> xml, long maxBytes)
    {
        try
        {
            return SafeXml.Read(xml, maxBytes).Root is { } root ? new(root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Shows the reference and type only.</summary>
    public override string ToString() => $"PublishedSubject({Referte}, {Type})";

    private static string Safe(string? referte) => referte switch
    {
        null or "" => "without Referte",
        _ when Guid.TryParse(referte, out var id) => id.ToString(),
        _ => TechnicalCode.Of(referte),
    };

    private static long? Ticks(params string?[] candidates)
    {
        foreach (var text in candidates)
        {
            if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces, out var moment))
                continue;
            return moment.Kind == DateTimeKind.Unspecified ? BelgianTime.At(moment).UtcTicks : moment.ToUniversalTime().Ticks;
        }

        return null;
    }
}
