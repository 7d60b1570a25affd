using System.Globalization;
using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Facts;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>Turns one part of an Onderwerp into facts. An annulment or removal has none, and so withdraws what the versions before it told.</summary>
internal static class PublicationNormaliser
{
    public static Normalised Normalise(SourceRecord record, long maxBytes)
    {
        if (record.Properties.ContainsKey(RecordProperties.RefusedSize))
            return Reject(record, "without Referte", "Onderwerp", $"at most {maxBytes} bytes, found about {record.Properties[RecordProperties.RefusedSize]}", "Raise limits.maxRecordBytes in hub.json if publications may be that large.");
        if (PublishedSubject.Read(record.Raw, maxBytes) is not { } subject)
            return Reject(record, "without Referte", "Onderwerp", "one element of well-formed XML, found something else", "Transfer the file again.");
        if (!subject.IsKnown)
            return Reject(record, subject.Referte, "Inhoud/Metadata/Type", "00, 01, 02, 03, 04 or 09, found another", "Ask MAGDA's service desk what this type means.");
        var part = record.Properties.GetValueOrDefault(RecordProperties.Part, SubjectPart.Unidentified);
        if (part == SubjectPart.Unidentified)
            return Reject(record, subject.Referte, "Inhoud", Identification(record.Kind), "Ask MAGDA's service desk with the Referte: nothing tells which record this publication is about.");
        if (subject.IsWithdrawal || part == SubjectPart.AnnulledAttest)
            return Normalised.Accept();
        return Read(record, subject, part);
    }

    private static Normalised Read(SourceRecord record, PublishedSubject subject, string part)
    {
        if (part == SubjectPart.Bankruptcy)
            return Prefixed(BankruptcyFacts.Read(subject.Inhoud, record), record, subject);
        var (element, insz, path) = Part(subject.Inhoud, part, record);
        if (element is null || !Insz.TryParse(insz?.Value.Trim(), out var citizen))
            return Reject(record, subject.Referte, path, "an INSZ with valid check digits, found another text or none", "Ask MAGDA's service desk with the Referte.");
        var facts = new FactsOfReply(citizen);
        switch (part)
        {
            case SubjectPart.Contract:
                EmploymentFacts.Read(element, "Contract", [], facts);
                break;
            case SubjectPart.Person:
                PersonFacts.Read(element.Parent!, facts);
                break;
            case SubjectPart.Household:
                PublishedHousehold.Read(element, citizen, facts);
                break;
            default:
                AttestFacts.Read(element, facts);
                break;
        }

        return Prefixed(facts.ToNormalised(), record, subject);
    }

    private static (XElement? Element, XElement? Insz, string Path) Part(XElement inhoud, string part, SourceRecord record)
    {
        switch (part)
        {
            case SubjectPart.Contract:
                _ = int.TryParse(record.Properties.GetValueOrDefault(RecordProperties.Number), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
                var contract = SubjectParts.ContractsOf(inhoud).ElementAtOrDefault(number);
                return (contract, contract?.Element("Relatie")?.Element("Werknemer")?.Element("INSZ"), "Contract/Relatie/Werknemer/INSZ");
            case SubjectPart.Attest:
                var attest = inhoud.Descendants("AttestWerkloosheid").FirstOrDefault();
                return (attest, attest is null ? null : SubjectParts.CitizenOf(attest), "AttestWerkloosheid/Werkloze/INSZ");
            default:
                var about = inhoud.Descendants("Persoon").FirstOrDefault() ?? inhoud.Descendants("MutatieGezinssamenstelling").FirstOrDefault();
                return (about, about?.Element("INSZ"), "INSZ");
        }
    }

    private static string Identification(string service) => service switch
    {
        PublicationService.Werkrelaties => "a Contract with a DimonaNummer, found none",
        PublicationService.AttestWerkloosheid => "an AttestWerkloosheid with Attest/Nummer, found none",
        PublicationService.Faillissementsignaal => "a Faillissementsignaal with an Ondernemingsnummer, found none",
        _ => "a person with an INSZ, found none",
    };

    private static Normalised Prefixed(Normalised result, SourceRecord record, PublishedSubject subject) => result.IsRejected
        ? Normalised.Reject([.. result.Rejections.Select(one => one with { Field = Place(record, subject.Referte, one.Field) })])
        : result;

    private static Normalised Reject(SourceRecord record, string referte, string field, string expected, string toDo) =>
        Normalised.Reject(new Rejection(Place(record, referte, field), expected, toDo));

    private static string Place(SourceRecord record, string referte, string field)
    {
        var line = record.Line is { } known ? string.Create(CultureInfo.InvariantCulture, $", line {known}") : "";
        return $"{PublicationFolder.Shown(record.Properties.GetValueOrDefault(RecordProperties.File))}{line}, Onderwerp {referte}: {field}";
    }
}
