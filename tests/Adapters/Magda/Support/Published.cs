namespace IntegrationHub.Adapters.Magda.Tests.Support;

/// <summary>Writes publications as MAGDA builds them: Publicatie, Context, Onderwerpen, and in each Onderwerp a Referte and Inhoud with Metadata.</summary>
internal static class Published
{
    public const string Referte = "0f8fad5b-d9cb-469f-a165-70867728950e";

    public static string File(string service, params IEnumerable<string> subjects) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <vip:{service} xmlns:vip="http://magda.vlaanderen.be/file/{service.ToLowerInvariant()}">
          <Publicatie>
            <Context><Naam>{service}</Naam><Versie>02.00.0000</Versie><Bericht><Type>PUBLICATIE</Type></Bericht></Context>
            <Onderwerpen>
        {string.Join('\n', subjects)}
            </Onderwerpen>
          </Publicatie>
        </vip:{service}>
        """;

    public static string Subject(string payload, string type = "01", string date = "2026-11-20T08:00:00") =>
        $"<Onderwerp><Referte>{Referte}</Referte><Inhoud><Metadata><Referte>{Referte}</Referte><Type Beschrijving=\"x\">{type}</Type><Datum>{date}</Datum></Metadata>{payload}</Inhoud></Onderwerp>";

    /// <summary>An Onderwerp as the one public example of PubliceerMutatiePersoon has it: without Metadata.</summary>
    public static string Bare(string payload) => $"<Onderwerp><Referte>{Referte}</Referte><Inhoud>{payload}</Inhoud></Onderwerp>";

    public static string Contract(string number, string insz, string begin = "2026-01-05", string? end = null, string cancelled = "0") => $"""
        <Contract>
          <Relatie><Werkgever><Ondernemingsnummer>0999001119</Ondernemingsnummer></Werkgever><Werknemer><INSZ>{insz}</INSZ></Werknemer></Relatie>
          <Aangifte>
            <DimonaNummer>{number}</DimonaNummer>
            <PeriodeTijdstip><Begin><Datum>{begin}</Datum></Begin>{(end is null ? "" : $"<Einde><Datum>{end}</Datum></Einde>")}</PeriodeTijdstip>
            <AardWerknemer>OTH</AardWerknemer><Geannuleerd>{cancelled}</Geannuleerd>
          </Aangifte>
        </Contract>
        """;

    public static string Person(string insz, string content, string moment = "2026-11-20T07:00:00") =>
        $"<MutatiePersoon><MutatieInformatie><Tijdstip>{moment}</Tijdstip></MutatieInformatie><Persoon Bron=\"KSZ\"><INSZ>{insz}</INSZ>{content}</Persoon></MutatiePersoon>";

    public static string Attest(string number, string insz, string right, string? annuls = null) =>
        $"<AttestWerkloosheid><Attest><Aard><Code>1</Code></Aard><Nummer>{number}</Nummer>{(annuls is null ? "" : $"<TeAnnuleren>{annuls}</TeAnnuleren>")}</Attest><Werkloze><INSZ>{insz}</INSZ></Werkloze><TheoretischRecht>{right}</TheoretischRecht></AttestWerkloosheid>";

    public static string Bankruptcy(string enterprise, string day = "2026-11-19") =>
        $"<Faillissementsignaal><Ondernemingsnummer>{enterprise}</Ondernemingsnummer><Soort><Code>F</Code></Soort><DatumRegistratie>{day}</DatumRegistratie></Faillissementsignaal>";
}
