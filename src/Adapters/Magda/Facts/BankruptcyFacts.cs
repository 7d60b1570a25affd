using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Publications;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>
/// PubliceerFaillissementsignaal names an enterprise and nobody. Whose it is, the partner's own list tells (option enterprises): one <c>BankruptcyDeclared</c> for each citizen on it. An enterprise that is not
/// on the list is no citizen's of ours. Without a list the signal is refused, so that somebody sees that it reaches nobody.
/// </summary>
internal static class BankruptcyFacts
{
    public static Normalised Read(XElement inhoud, SourceRecord record)
    {
        var signal = inhoud.Descendants("Faillissementsignaal").First();
        if (!record.Properties.TryGetValue(RecordProperties.Citizens, out var citizens))
            return Reject("Faillissementsignaal/Ondernemingsnummer", "to know whose enterprise this is, found no list of enterprises", "Set the option enterprises to a file with an enterprise number and an INSZ on each line.");
        if (PartialDate.Complete(signal.Element("DatumRegistratie")?.Value) is not { } day)
            return Reject("Faillissementsignaal/DatumRegistratie", "a complete date as 2026-12-31, found another text or none", "Ask MAGDA's service desk with the Referte.");
        var enterprise = KboNumber.Parse(signal.Element("Ondernemingsnummer")!.Value);
        var kind = SubjectParts.Text(signal.Element("Soort")?.Element("Code") ?? signal.Element("Soort"));
        var fact = new BankruptcyDeclared { OccurredAt = BelgianTime.StartOf(day), Enterprise = enterprise, Kind = kind is null ? null : TechnicalCode.Of(kind) };
        return Normalised.Accept([.. citizens.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((insz, i) => new NormalisedFact($"bankruptcy/{i + 1}", Insz.Parse(insz), fact))]);
    }

    private static Normalised Reject(string field, string expected, string toDo) => Normalised.Reject(new Rejection(field, expected, toDo));
}
