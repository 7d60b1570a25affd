using System.Xml.Linq;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>
/// GeefGezinssamenstelling: one <c>HouseholdChanged</c> with the members in MAGDA's order. It happened when the latest member joined, else when the latest address began.
/// A reply that does not list the citizen asked is about another household: it is never linked to her.
/// </summary>
internal static class HouseholdFacts
{
    public static void Read(XElement inhoud, FactsOfReply facts) => Read([.. inhoud.Elements("Gezinsleden").Elements("Gezinslid")], "Gezinsleden/Gezinslid", facts);

    /// <summary>The members as a reply or a publication lists them.</summary>
    public static void Read(List<XElement> listed, string path, FactsOfReply facts)
    {
        if (!listed.Any(member => facts.IsAbout(member.Element("INSZ")?.Value.Trim())))
        {
            facts.RejectOther($"Inhoud/{path}/INSZ");
            return;
        }

        var numbers = new List<Insz>();
        var members = new List<HouseholdMember>();
        for (var i = 0; i < listed.Count; i++)
        {
            var text = listed[i].Element("INSZ")?.Value.Trim();
            // Somebody without a number (a child abroad) cannot be pointed at: left out.
            if (string.IsNullOrEmpty(text))
                continue;
            if (!Insz.TryParse(text, out var number))
            {
                facts.Reject($"{path}[{i + 1}]/INSZ", $"an INSZ, found text of {text.Length} characters", "Ask MAGDA's helpdesk with the reference in the reply.");
                continue;
            }

            numbers.Add(number);
            members.Add(new() { Position = listed[i].Element("Positie")?.Element("Code")?.Value.Trim(), Since = PartialDate.Complete(Begin(listed[i])) });
        }

        facts.Add("household", new HouseholdChanged { OccurredAt = OccurredAt(listed), Members = members }, others: numbers);
    }

    private static DateTimeOffset OccurredAt(List<XElement> members)
    {
        var joined = PartialDate.Latest(members.Select(Begin));
        return joined != PartialDate.Unknown
            ? joined
            : PartialDate.Latest(members.Select(member => Begin(member.Element("Adressen")?.Element("Hoofdverblijfplaats"))));
    }

    private static string? Begin(XElement? element) => element?.Attribute("DatumBegin")?.Value;
}
