using System.Xml.Linq;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>
/// GeefPersoon and PubliceerMutatiePersoon: one <c>PersonChanged</c>. It happened on the latest complete date among those that date what the fact says (name, residence, civil status, end of cohabitation, struck off, death, birth),
/// else when the register changed or made the entry.
/// </summary>
internal static class PersonFacts
{
    /// <summary>Reden of Beeindiging: the two married.</summary>
    private const string Married = "01";

    public static void Read(XElement inhoud, FactsOfReply facts)
    {
        var person = inhoud.Element("Persoon");
        if (!facts.IsAbout(person?.Element("INSZ")?.Value.Trim()))
        {
            facts.RejectOther("Inhoud/Persoon/INSZ");
            return;
        }

        var residence = PersonAddress.Residence(person!);
        var civil = CivilStatus(person!);
        facts.Add(
            "person",
            new PersonChanged
            {
                OccurredAt = OccurredAt(person!, residence, civil),
                BornOn = PartialDate.Complete(person!.Element("Geboorte")?.Element("Datum")?.Value),
                DiedOn = DiedOn(person),
                Municipality = NisCode.TryParse(residence?.Element("NISCodeGemeente")?.Value.Trim(), out var nis) ? nis : null,
                CivilStatus = Text(civil?.Element("Code")),
                CivilStatusSince = PartialDate.Complete(Begin(civil)),
                CohabitationEndedOn = PartialDate.Complete(CohabitationEnd(person)),
                StruckOffOn = PartialDate.Complete(Begin(StruckOff(person))),
                Sex = Text(person.Element("Geslacht")?.Element("Code")),
            },
            PersonAddress.Details(person, residence));
    }

    private static DateTimeOffset OccurredAt(XElement person, XElement? residence, XElement? civil) => PartialDate.Latest(
        [
            Begin(person.Element("Naam")), Begin(residence), Begin(civil), CohabitationEnd(person), Begin(StruckOff(person)), person.Element("Overlijden")?.Element("Datum")?.Value,
            person.Element("Geboorte")?.Element("Datum")?.Value,
        ],
        person.Attribute("DatumModificatie")?.Value ?? person.Attribute("DatumCreatie")?.Value ?? person.Element("Geboorte")?.Element("Datum")?.Value);

    /// <summary>That somebody died counts more than the day: an incomplete date gives the first day it can mean.</summary>
    private static DateOnly? DiedOn(XElement person)
    {
        var death = person.Element("Overlijden");
        var status = person.Elements("Statussen").Elements("Status").FirstOrDefault(one => Text(one.Element("Code")) == "99990");
        return PartialDate.Complete(death?.Element("Datum")?.Value) ?? PartialDate.Complete(Begin(death))
            ?? PartialDate.Earliest(death?.Element("Datum")?.Value) ?? PartialDate.Earliest(Begin(status));
    }

    private static XElement? CivilStatus(XElement person) =>
        person.Elements("BurgerlijkeStaten").Elements("BurgerlijkeStaat")
            .Where(one => string.IsNullOrWhiteSpace(one.Attribute("DatumEinde")?.Value))
            .OrderBy(one => Begin(one) ?? "", StringComparer.Ordinal)
            .LastOrDefault();

    /// <summary>
    /// The register dates the entry, so the begin of an entry that tells of an end is the day of that end (in a real reply it is the day of the wedding). Who ends it by marrying her partner
    /// (Reden 01) did not lose a partner.
    /// </summary>
    private static string? CohabitationEnd(XElement person)
    {
        var cohabitation = person.Element("WettelijkeSamenwoning");
        var end = cohabitation?.Element("Beeindiging");
        if (Text(end?.Element("Reden")?.Element("Code")) == Married)
            return null;
        var dated = cohabitation?.Attribute("DatumEinde")?.Value;
        return end is null ? dated : dated ?? end.Element("Uitspraak")?.Element("Datum")?.Value ?? end.Element("Kennisgeving")?.Element("Datum")?.Value ?? Begin(cohabitation);
    }

    private static XElement? StruckOff(XElement person) =>
        person.Elements("Statussen").Elements("Status").FirstOrDefault(one => Text(one.Element("Code")) == PersonAddress.StruckOff && string.IsNullOrWhiteSpace(one.Attribute("DatumEinde")?.Value));

    private static string? Begin(XElement? element) => element?.Attribute("DatumBegin")?.Value;

    private static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;
}
