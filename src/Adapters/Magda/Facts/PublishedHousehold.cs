using System.Xml.Linq;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>
/// The household of PubliceerMutatieGezinssamenstelling, and that of PubliceerMutatiePersoon, which lists who lives with the citizen without always listing herself: she is a member of her own household.
/// </summary>
internal static class PublishedHousehold
{
    public static void Read(XElement about, Insz citizen, FactsOfReply facts)
    {
        if (about.Element("Gezinssamenstelling") is { } composition)
        {
            HouseholdFacts.Read([.. composition.Elements("Gezinslid")], "Gezinssamenstelling/Gezinslid", facts);
            return;
        }

        var listed = about.Elements("Gezinsleden").Elements("Gezinslid").Where(HoldsNow).ToList();
        if (listed.Count == 0)
            return;
        foreach (var missing in (XElement?[])[about.Elements("Referentiepersoon").FirstOrDefault(HoldsNow), new XElement("Gezinslid", new XElement("INSZ", citizen.Digits))])
        {
            if (missing?.Element("INSZ")?.Value.Trim() is { Length: > 0 } insz && listed.TrueForAll(member => member.Element("INSZ")?.Value.Trim() != insz))
                listed.Add(missing);
        }

        HouseholdFacts.Read(listed, "Persoon/Gezinsleden/Gezinslid", facts);
    }

    // Real replies of GeefPersoon keep a reference person of decades ago.
    private static bool HoldsNow(XElement member) => string.IsNullOrWhiteSpace(member.Attribute("DatumEinde")?.Value);
}
