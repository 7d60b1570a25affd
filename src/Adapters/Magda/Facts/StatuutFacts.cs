using System.Xml.Linq;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>
/// GeefSociaalStatuut: each status that applies (Resultaat/Code 1) and that the options give a benefit for is <c>BenefitGranted</c>, one for each period. Without a period nobody knows since when: 1970-01-01.
/// </summary>
internal static class StatuutFacts
{
    public static void Read(XElement inhoud, IReadOnlyDictionary<string, string> benefits, FactsOfReply facts)
    {
        var person = inhoud.Element("Persoon");
        if (!facts.IsAbout(person?.Element("INSZ")?.Value.Trim()))
        {
            facts.RejectOther("Inhoud/Persoon/INSZ");
            return;
        }

        var seen = new HashSet<string>();
        foreach (var status in person!.Elements("SocialeStatuten").Elements("SociaalStatuut").Where(status => Text(status.Element("Resultaat")?.Element("Code")) == "1"))
        {
            var name = Text(status.Element("Naam")) ?? "";
            if (!benefits.TryGetValue(name, out var benefit))
                continue;
            var periods = status.Elements("Periodes").Elements("Periode").ToList();
            if (periods.Count == 0 && seen.Add(name))
                facts.Add(name, new BenefitGranted { OccurredAt = PartialDate.Unknown, Benefit = benefit, Right = name });
            foreach (var period in periods)
                Read(period, name, benefit, seen, facts);
        }
    }

    private static void Read(XElement period, string name, string benefit, HashSet<string> seen, FactsOfReply facts)
    {
        // The XSD says Begin and Einde; the real replies say Begindatum and Einddatum.
        var begin = Text(period.Element("Begindatum") ?? period.Element("Begin"));
        var end = Text(period.Element("Einddatum") ?? period.Element("Einde"));
        if (PartialDate.Complete(begin) is not { } first || (end is not null && PartialDate.Complete(end) is null))
        {
            facts.Reject($"SociaalStatuut/Periodes/Periode", "complete dates as 2026-12-31, found other text or no begin", "Ask MAGDA's helpdesk with the reference in the reply.");
            return;
        }

        var right = $"{name}/{first:yyyy-MM-dd}";
        if (seen.Add(right))
            facts.Add(right, new BenefitGranted { OccurredAt = BelgianTime.StartOf(first), Benefit = benefit, Right = right, Until = PartialDate.Complete(end) });
    }

    private static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;
}
