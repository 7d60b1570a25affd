using System.Globalization;
using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Publications;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>
/// PubliceerAttestWerkloosheid: TheoretischRecht says that there is an unemployment benefit (MetRecht), or none for a time (Sanctie) or until further notice (Uitsluiting). An attest that says neither
/// (the days of unemployment in a month) has no facts: it tells of no right.
/// </summary>
internal static class AttestFacts
{
    private const string Benefit = "werkloosheidsuitkering";
    private const string Path = "AttestWerkloosheid/TheoretischRecht";

    public static void Read(XElement attest, FactsOfReply facts)
    {
        var number = SubjectParts.Text(attest.Element("Attest")?.Element("Nummer")) ?? "";
        if (number.Contains(facts.Citizen.Digits, StringComparison.Ordinal))
        {
            facts.Reject("AttestWerkloosheid/Attest/Nummer", "the attest's own number, found the citizen's INSZ in it", "Ask MAGDA's service desk: this number is sent in the clear.");
            return;
        }

        var rights = attest.Descendants("TheoretischRecht").Elements().ToList();
        foreach (var granted in rights.Where(one => one.Name.LocalName == "MetRechten").Elements("MetRecht").Select((right, i) => (Right: right, i)))
        {
            if (Day(granted.Right, "MetRechten/MetRecht", "DatumBegin", facts) is { } begin)
            {
                facts.Add($"right/{granted.i + 1}", new BenefitGranted
                {
                    OccurredAt = BelgianTime.StartOf(begin), Benefit = Benefit, Right = number, Category = SubjectParts.Text(granted.Right.Element("GezinsSituatie")?.Element("Code")),
                });
            }
        }

        var without = rights.Where(one => one.Name.LocalName == "ZonderRechten").ToList();
        if (without.Elements("Sanctie").FirstOrDefault() is { } sanction)
            Suspend("sanctie", sanction, number, Until(sanction, facts), facts);
        if (without.Elements("Uitsluiting").FirstOrDefault() is { } exclusion)
            Suspend("uitsluiting", exclusion, number, null, facts);
    }

    private static void Suspend(string reason, XElement element, string number, DateOnly? until, FactsOfReply facts)
    {
        if (Day(element, $"ZonderRechten/{element.Name.LocalName}", "DatumBegin", facts) is { } begin)
            facts.Add(reason, new BenefitSuspended { OccurredAt = BelgianTime.StartOf(begin), Benefit = Benefit, Right = number, Until = until, Reason = reason });
    }

    // DatumEinde, else so many weeks after the begin.
    private static DateOnly? Until(XElement sanction, FactsOfReply facts)
    {
        if (SubjectParts.Text(sanction.Element("DatumEinde")) is not null)
            return Day(sanction, "ZonderRechten/Sanctie", "DatumEinde", facts);
        return int.TryParse(SubjectParts.Text(sanction.Element("AantalWeken")), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && weeks is > 0 and <= 520
            ? PartialDate.Complete(sanction.Element("DatumBegin")?.Value)?.AddDays((7 * weeks) - 1)
            : null;
    }

    private static DateOnly? Day(XElement parent, string path, string name, FactsOfReply facts)
    {
        var text = SubjectParts.Text(parent.Element(name));
        var day = PartialDate.Complete(text);
        if (day is null)
            facts.Reject($"{Path}/{path}/{name}", $"a complete date as 2026-12-31, found {(text is null ? "none" : $"text of {text.Length} characters")}", "Correct the attest at its source.");
        return day;
    }
}
