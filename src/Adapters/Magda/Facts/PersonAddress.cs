using System.Xml.Linq;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>Name and address of GeefPersoon, and whether she lives at the address that the register still shows.</summary>
internal static class PersonAddress
{
    /// <summary>Struck off by the municipality (ambtshalve schrapping).</summary>
    public const string StruckOff = "99991";

    /// <summary>Written off to abroad (992), struck off (99991), struck off abroad (99992): the address that is left is an old one.</summary>
    private static readonly string[] Gone = ["992", StruckOff, "99992"];

    /// <summary>The main residence where she is registered now; null when she is registered nowhere in Belgium.</summary>
    public static XElement? Residence(XElement person)
    {
        var residence = person.Element("Adressen")?.Element("Hoofdverblijfplaats");
        var ended = !string.IsNullOrWhiteSpace(residence?.Attribute("DatumEinde")?.Value);
        var gone = person.Elements("Statussen").Elements("Status")
            .Any(status => string.IsNullOrWhiteSpace(status.Attribute("DatumEinde")?.Value) && Gone.Contains(status.Element("Code")?.Value.Trim()));
        return ended || gone ? null : residence;
    }

    public static PersonDetails Details(XElement person, XElement? residence) => new()
    {
        FamilyName = Joined(person.Element("Naam")?.Elements("Achternamen").Elements("Achternaam")),
        GivenNames = Joined(person.Element("Naam")?.Elements("Voornamen").Elements("Voornaam")),
        Street = residence is null ? null : Street(residence),
        Locality = residence is null ? null : Joined([residence.Element("Postcode"), Standard(residence, "Gemeentenaam")]),
    };

    private static string? Street(XElement residence)
    {
        var street = Joined([Standard(residence, "Straatnaam"), residence.Element("Huisnummer")]);
        var box = residence.Element("Busnummer")?.Value.Trim();
        return string.IsNullOrEmpty(box) ? street : $"{street} bus {box}";
    }

    /// <summary>The standardised name, else the one as the municipality typed it.</summary>
    private static XElement? Standard(XElement residence, string name) =>
        residence.Element(name)?.Element("String") ?? residence.Element("NietGestandaardiseerde" + name)?.Element("String");

    private static string? Joined(IEnumerable<XElement?>? parts)
    {
        var text = string.Join(' ', parts?.Select(part => part?.Value.Trim()).Where(part => !string.IsNullOrEmpty(part)) ?? []);
        return text.Length == 0 ? null : text;
    }
}
