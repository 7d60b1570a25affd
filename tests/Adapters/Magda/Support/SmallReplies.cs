using System.Text;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Tests.Support;

/// <summary>Small replies for the cases that no real file shows.</summary>
internal static class SmallReplies
{
    public const string Asked = "88631402204";
    public const string Other = "92670204169";
    public const string Dimona = "90000000011";

    public static SourceRecord Record(string kind, string xml, string asked = Asked) => new()
    {
        Id = $"{kind}/{asked}",
        IdIsPersonal = true,
        Kind = kind,
        Raw = Encoding.UTF8.GetBytes(xml),
        Properties = new Dictionary<string, string> { ["insz"] = asked },
    };

    public static string Envelope(string body) =>
        $"""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>{body}</s:Body></s:Envelope>""";

    public static string Reply(string kind, string antwoord, string atRepliek = "", string tijdstip = "2026-11-02", string referte = "r") => Envelope(
        $"""
        <w:{kind}Response xmlns:w="urn:w"><Repliek><Context><Bericht><Tijdstip><Datum>{tijdstip}</Datum></Tijdstip></Bericht></Context>
        <Antwoorden><Antwoord><Referte>{referte}</Referte>{antwoord}</Antwoord></Antwoorden>{atRepliek}</Repliek></w:{kind}Response>
        """);

    public static string Error(string code, string type = "FOUT", string extra = "") =>
        $"<Uitzonderingen><Uitzondering><Identificatie>{code}</Identificatie><Oorsprong>MAGDA</Oorsprong><Type>{type}</Type><Diagnose>d</Diagnose>{extra}</Uitzondering></Uitzonderingen>";

    public static string Replaced(string newInsz) => Error(
        "30004", "WAARSCHUWING", $"<Annotaties><Annotatie><Naam>Oud INSZ</Naam><Waarde>{Asked}</Waarde></Annotatie><Annotatie><Naam>Nieuw INSZ</Naam><Waarde>{newInsz}</Waarde></Annotatie></Annotaties>");

    public static string Contract(string begin = "2021-04-01", string? end = null, string cancelled = "0", string insz = Asked, string number = Dimona) =>
        $"""
        <Contract><Relatie><Werkgever><Ondernemingsnummer>0999001119</Ondernemingsnummer></Werkgever><Werknemer><INSZ>{insz}</INSZ></Werknemer></Relatie>
        <Aangifte><DimonaNummer>{number}</DimonaNummer><PeriodeTijdstip><Begin><Datum>{begin}</Datum></Begin>{(end is null ? "" : $"<Einde><Datum>{end}</Datum></Einde>")}</PeriodeTijdstip>
        <AardWerknemer>OTH</AardWerknemer><Geannuleerd>{cancelled}</Geannuleerd></Aangifte></Contract>
        """;

    public static string Werkrelaties(params string[] contracts) => $"<Inhoud><Contracten>{string.Concat(contracts)}</Contracten></Inhoud>";

    public static string Person(string inner = "", string insz = Asked, string attributes = "") =>
        $"<Inhoud><Persoon {attributes}><INSZ>{insz}</INSZ>{inner}</Persoon></Inhoud>";
}
