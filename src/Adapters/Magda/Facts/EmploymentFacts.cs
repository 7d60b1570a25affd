using System.Xml.Linq;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>
/// GeefWerkrelaties and PubliceerMutatiesWerkrelaties: every Aangifte that is not cancelled gives <c>EmploymentStarted</c> and, with an end, <c>EmploymentEnded</c>. The end decides, not the letter of
/// LaatsteDimonaActie. A cancelled one gives nothing, so what an earlier version of the reply said is withdrawn.
/// </summary>
internal static class EmploymentFacts
{
    public static void Read(XElement inhoud, FactsOfReply facts)
    {
        var contracts = inhoud.Elements("Contracten").Elements("Contract").ToList();
        var seen = new HashSet<string>();
        for (var i = 0; i < contracts.Count; i++)
            Read(contracts[i], $"Contracten/Contract[{i + 1}]", seen, facts);
    }

    /// <summary>One contract, of a reply or of a publication.</summary>
    public static void Read(XElement contract, string path, HashSet<string> seen, FactsOfReply facts)
    {
        var relation = contract.Element("Relatie");
        // The schema lets the whole relation out; then the question itself says who it is about.
        if (relation?.Element("Werknemer") is { } worker && !facts.IsAbout(worker.Element("INSZ")?.Value))
        {
            facts.RejectOther($"{path}/Relatie/Werknemer/INSZ");
            return;
        }

        var declaration = contract.Element("Aangifte");
        var number = declaration?.Element("DimonaNummer")?.Value.Trim();
        if (declaration is null || string.IsNullOrEmpty(number))
        {
            facts.Reject($"{path}/Aangifte/DimonaNummer", "a Dimona number, found none", "Ask MAGDA's helpdesk with the reference in the reply.");
            return;
        }

        if (!SourceNumber.IsOne(number))
        {
            facts.Reject($"{path}/Aangifte/DimonaNummer", $"a Dimona number {SourceNumber.Expected}, found other text", "Ask MAGDA's helpdesk with the reference in the reply.");
            return;
        }

        if (!seen.Add(number))
        {
            facts.Reject($"{path}/Aangifte/DimonaNummer", "each Dimona number once, found one twice", "Ask MAGDA's helpdesk with the reference in the reply.");
            return;
        }

        if (declaration.Element("Geannuleerd")?.Value.Trim() != "1")
            Read(declaration, number, relation?.Element("Werkgever"), path, facts);
    }

    private static void Read(XElement declaration, string number, XElement? employer, string path, FactsOfReply facts)
    {
        var kbo = KboNumber.TryParse(employer?.Element("Ondernemingsnummer")?.Value.Trim(), out var parsed) ? parsed : (KboNumber?)null;
        var kind = declaration.Element("AardWerknemer")?.Value.Trim();
        if (Day(declaration, "Begin", path, facts) is { } begin)
        {
            facts.Add($"{number}/start", new EmploymentStarted
            {
                OccurredAt = BelgianTime.StartOf(begin), Employment = number, StartedOn = begin, Employer = kbo, WorkerKind = kind,
            });
        }

        if (Day(declaration, "Einde", path, facts) is { } end)
        {
            facts.Add($"{number}/end", new EmploymentEnded
            {
                OccurredAt = BelgianTime.StartOf(end), Employment = number, EndedOn = end, Employer = kbo, WorkerKind = kind,
            });
        }
    }

    private static DateOnly? Day(XElement declaration, string boundary, string path, FactsOfReply facts)
    {
        var text = declaration.Element("PeriodeTijdstip")?.Element(boundary)?.Element("Datum")?.Value.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        var day = PartialDate.Complete(text);
        // A job that ended on a day nobody knows would wake nobody or the wrong day: a person has to look.
        if (day is null)
            facts.Reject($"{path}/Aangifte/PeriodeTijdstip/{boundary}/Datum", $"a complete date as 2026-12-31, found text of {text.Length} characters", "Correct the declaration at its source.");
        return day;
    }
}
