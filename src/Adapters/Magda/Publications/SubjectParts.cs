using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Facts;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>Finds the records that an Onderwerp is about: a job by its Dimona number, a person or household by the INSZ, an attest by its number, a bankruptcy by enterprise and day.</summary>
internal static class SubjectParts
{
    /// <returns>None only when every record was identified and there is none; one <see cref="SubjectPart.Unidentified"/> where a person must look.</returns>
    public static IReadOnlyList<SubjectPart> Of(string service, XElement inhoud, string fallbackId)
    {
        var parts = service switch
        {
            PublicationService.Werkrelaties => Contracts(inhoud),
            PublicationService.Persoon => Persons(inhoud),
            PublicationService.Gezinssamenstelling => Households(inhoud),
            PublicationService.AttestWerkloosheid => Attests(inhoud),
            PublicationService.Faillissementsignaal => Bankruptcies(inhoud),
            _ => [],
        };
        var all = parts.ToList();
        return all.Count == 0 || all.Contains(null) ? [new(fallbackId, Insz.IsIn(fallbackId), SubjectPart.Unidentified)] : [.. all.OfType<SubjectPart>()];
    }

    /// <summary>The Onderwerp's contracts, in their order.</summary>
    public static IReadOnlyList<XElement> ContractsOf(XElement inhoud) => [.. inhoud.Descendants("Contract")];

    /// <summary>A text, or null where it is absent or empty.</summary>
    public static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The INSZ of an attest: of the unemployed person.</summary>
    public static XElement? CitizenOf(XElement attest) => attest.Element("Werkloze")?.Element("INSZ") ?? attest.Element("INSZ");

    private static IEnumerable<SubjectPart?> Contracts(XElement inhoud) => ContractsOf(inhoud).Select((contract, i) =>
        Number(contract.Element("Aangifte")?.Element("DimonaNummer")) is { } number
            ? new SubjectPart($"Dimona/{number}", MayHoldInsz(number), SubjectPart.Contract, i, Parse(contract.Element("Relatie")?.Element("Werknemer")?.Element("INSZ")))
            : null);

    private static IEnumerable<SubjectPart?> Persons(XElement inhoud)
    {
        var person = inhoud.Descendants("Persoon").FirstOrDefault();
        if (Parse(person?.Element("INSZ")) is not { } citizen)
            return [];
        var parts = new List<SubjectPart?> { new($"{PublicationService.Persoon}/{citizen.Digits}", true, SubjectPart.Person, 0, citizen) };
        if (person!.Element("Gezinsleden") is not null)
            parts.Add(new($"{PublicationService.Gezinssamenstelling}/{citizen.Digits}", true, SubjectPart.Household, 0, citizen));
        return parts;
    }

    private static IEnumerable<SubjectPart?> Households(XElement inhoud) =>
        Parse(inhoud.Descendants("MutatieGezinssamenstelling").FirstOrDefault()?.Element("INSZ")) is { } citizen
            ? [new($"{PublicationService.Gezinssamenstelling}/{citizen.Digits}", true, SubjectPart.Household, 0, citizen)]
            : [];

    private static IEnumerable<SubjectPart?> Attests(XElement inhoud)
    {
        var attest = inhoud.Descendants("AttestWerkloosheid").FirstOrDefault();
        if (Number(attest?.Element("Attest")?.Element("Nummer")) is not { } number)
            return [];
        var citizen = Parse(CitizenOf(attest!));
        var parts = new List<SubjectPart?> { new($"AttestWerkloosheid/{number}", MayHoldInsz(number), SubjectPart.Attest, 0, citizen) };
        if (Number(attest!.Element("Attest")!.Element("TeAnnuleren")) is { } annulled && annulled != number)
            parts.Add(new($"AttestWerkloosheid/{annulled}", MayHoldInsz(annulled), SubjectPart.AnnulledAttest, 0, citizen));
        return parts;
    }

    private static IEnumerable<SubjectPart?> Bankruptcies(XElement inhoud)
    {
        var signal = inhoud.Descendants("Faillissementsignaal").FirstOrDefault();
        return KboNumber.TryParse(Text(signal?.Element("Ondernemingsnummer")), out var enterprise)
            ? [new($"Faillissement/{enterprise.Value}/{Text(signal!.Element("DatumRegistratie"))}", false, SubjectPart.Bankruptcy)]
            : [];
    }

    private static string? Number(XElement? element) => Text(element) is { } number && SourceNumber.IsOne(number) ? number : null;

    private static Insz? Parse(XElement? element) => Insz.TryParse(Text(element), out var citizen) ? citizen : null;

    private static bool MayHoldInsz(string number) => number.Count(char.IsAsciiDigit) >= 11;
}
