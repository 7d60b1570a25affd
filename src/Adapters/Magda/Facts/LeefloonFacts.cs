using System.Xml.Linq;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>
/// GeefLeefloonbedragen: months in which leefloon, or the help that equals it, was paid. Months that follow each other are one right: <c>BenefitGranted</c> from the first day, and <c>BenefitEnded</c> when
/// the reply knows a later month without. The last month of a reply may only be the last that was reported: it ends nothing. Amounts are not read.
/// </summary>
internal static class LeefloonFacts
{
    private const string Benefit = "leefloon";

    public static void Read(XElement inhoud, FactsOfReply facts)
    {
        var months = inhoud.Descendants("Maand").ToList();
        var paid = months.Elements("LeefloonPerPeriode").Elements("LeefloonPeriode").Concat(months.Elements("EquivalentLeefloonPerPeriode").Elements("EquivalentLeefloonPeriode"))
            .Where(period => facts.IsAbout(period.Element("Begunstigde")?.Element("INSZ")?.Value.Trim()))
            .Select(period => PaidIn(period, facts)).OfType<Paid>().OrderBy(one => one.Begin).ToList();
        var lastMonth = months.Select(month => PartialDate.Complete(month.Attribute("JaarMaand")?.Value + "-01")).Max();
        Paid? run = null;
        foreach (var next in paid)
        {
            if (run is not null && next.Begin.DayNumber > run.End.DayNumber + 1)
            {
                Add(run, isEnded: true, facts);
                run = null;
            }

            run = run is null ? next : run with { End = next.End > run.End ? next.End : run.End, Category = next.Category ?? run.Category };
        }

        if (run is not null)
            Add(run, isEnded: lastMonth > run.End, facts);
    }

    private static Paid? PaidIn(XElement period, FactsOfReply facts)
    {
        var begin = PartialDate.Complete(period.Element("Periode")?.Element("Begin")?.Value);
        var end = PartialDate.Complete(period.Element("Periode")?.Element("Einde")?.Value);
        if (begin is { } first && end is { } last && last >= first)
            return new(first, last, period.Element("Begunstigde")?.Element("Categorie")?.Value.Trim() is { Length: > 0 } category ? category : null);
        facts.Reject("Maand/LeefloonPerPeriode/Periode", "a begin and an end as 2026-12-31, found other text or none", "Ask MAGDA's helpdesk with the reference in the reply.");
        return null;
    }

    private static void Add(Paid run, bool isEnded, FactsOfReply facts)
    {
        var right = $"leefloon/{run.Begin:yyyy-MM-dd}";
        facts.Add($"{right}/granted", new BenefitGranted { OccurredAt = BelgianTime.StartOf(run.Begin), Benefit = Benefit, Right = right, Category = run.Category });
        if (isEnded)
            facts.Add($"{right}/ended", new BenefitEnded { OccurredAt = BelgianTime.StartOf(run.End), Benefit = Benefit, Right = right, EndedOn = run.End });
    }

    private sealed record Paid(DateOnly Begin, DateOnly End, string? Category);
}
