using System.Globalization;
using System.Xml.Linq;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Requests;

/// <summary>Writes the questions, element by element in the order of MAGDA's own request templates.</summary>
internal sealed class RequestWriter(MagdaOptions options, TimeProvider clock, string? gebruiker)
{
    public MagdaRequest GeefWerkrelaties(Insz citizen) => Ask(
        MagdaService.GeefWerkrelaties,
        new XElement("TypeAntwoord", "0"),
        new XElement(
            "Criteria",
            new XElement("Relatie", new XElement("Werknemer", new XElement("INSZ", citizen.Digits))),
            new XElement("Bron", "RSZ"),
            Periode(options.EmploymentFrom, Today.AddDays(options.EmploymentDaysAhead)),
            new XElement("EnkelGestartOfBeeindigd", "0"),
            new XElement("SchrappingsIndicatie", options.SchrappingsIndicatie),
            new XElement("InterimIndicatie", options.InterimIndicatie)));

    public MagdaRequest GeefPersoon(Insz citizen) => Ask(
        MagdaService.GeefPersoon,
        new XElement(
            "Criteria",
            new XElement("INSZ", citizen.Digits),
            new XElement("OpvragingenKSZ", new XElement("BasisPersoonsgegevens", "1"))),
        new XElement("Bron", "RR"),
        new XElement("Taal", "nl"));

    /// <summary>No template of this service is public: criteria as its XSD has them, the rest as GeefPersoon 02.02.</summary>
    public MagdaRequest GeefGezinssamenstelling(Insz citizen) => Ask(
        MagdaService.GeefGezinssamenstelling,
        new XElement("Criteria", new XElement("INSZ", citizen.Digits)),
        new XElement("Bron", "RR"),
        new XElement("Taal", "nl"));

    /// <summary>Which of the statuses that mean a benefit apply to her today.</summary>
    public MagdaRequest GeefSociaalStatuut(Insz citizen) => Ask(
        MagdaService.GeefSociaalStatuut,
        new XElement(
            "Criteria",
            new XElement("INSZ", citizen.Digits),
            new XElement(
                "SocialeStatuten",
                options.SocialeStatuten.Keys.Order(StringComparer.Ordinal)
                    .Select(name => new XElement("SociaalStatuut", new XElement("Naam", name), new XElement("Datum", new XElement("Datum", Iso(Today))))))));

    /// <summary>The months of this year and some before it in which leefloon was paid to her.</summary>
    public MagdaRequest GeefLeefloonbedragen(Insz citizen) => Ask(
        MagdaService.GeefLeefloonbedragen,
        new XElement(
            "Criteria",
            new XElement("INSZ", citizen.Digits),
            new XElement("Jaar", new XAttribute("Huidig", "0"), Today.Year.ToString(CultureInfo.InvariantCulture)),
            new XElement("AantalJaarTerug", options.LeefloonYearsBack.ToString(CultureInfo.InvariantCulture))));

    /// <summary>Who changed: the batch after the one that this receipt came with, which is thereby acknowledged. The first one when it is null.</summary>
    public MagdaRequest MutatiesNotificaties(string? receipt) => Ask(
        options.MutatiesNotificaties == "02.00" ? MagdaService.GeefPersoonMutatiesNotificaties : MagdaService.GeefMutatiesNotificaties,
        new XElement("Ontvangstreferte", receipt));

    /// <summary>Registers a citizen from today to <paramref name="until"/>.</summary>
    public MagdaRequest RegistreerInschrijving(Insz citizen, DateOnly until) => options.RegistreerInschrijvingVersion == "02.00"
        ? Ask(
            MagdaService.RegistreerInschrijving0200,
            new XElement("Inschrijving", Registrant(), new XElement("INSZ", citizen.Digits), Periode(Today, until)))
        : Ask(
            MagdaService.RegistreerInschrijving0201,
            new XElement("Inschrijving", Registrant(), BetrokkenSubject(citizen), Periode(Today, until)));

    public MagdaRequest RegistreerUitschrijving(Insz citizen) =>
        Ask(MagdaService.RegistreerUitschrijving, new XElement("Uitschrijving", Registrant(), new XElement("INSZ", citizen.Digits)));

    /// <summary>The calendar day in Belgium.</summary>
    public DateOnly Today => BelgianTime.DayOf(clock.GetUtcNow());

    private MagdaRequest Ask(MagdaService service, params object[] inhoud)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), BelgianTime.Zone).DateTime;
        // Only the template of RegistreerInschrijving 02.01 has a Gebruiker.
        var stamp = new RequestStamp(now, Guid.NewGuid().ToString(), service == MagdaService.RegistreerInschrijving0201 ? gebruiker : null);
        return new MagdaRequest(service, RequestEnvelope.Write(service, options, stamp, inhoud));
    }

    private XElement[] Registrant() => [new("Identificatie", options.Identificatie), new("Hoedanigheid", options.Hoedanigheid)];

    private static XElement BetrokkenSubject(Insz citizen) =>
        new(
            "BetrokkenSubject",
            new XElement("Type", "PERS"),
            new XElement("Subjecten", new XElement("Subject", new XElement("Type", "PERS"), new XElement("Sleutel", citizen.Digits))));

    private static XElement Periode(DateOnly begin, DateOnly end) => new("Periode", new XElement("Begin", Iso(begin)), new XElement("Einde", Iso(end)));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
