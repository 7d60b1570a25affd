using System.Xml.Linq;

namespace IntegrationHub.Adapters.Magda;

/// <summary>A service of MAGDA that this adapter asks.</summary>
/// <param name="Name">Its name, which is the local name of the body's root.</param>
/// <param name="Version">Its version as <c>Context/Versie</c> writes it.</param>
/// <param name="Namespace">The namespace of the body's root; the children have none.</param>
internal sealed record MagdaService(string Name, string Version, XNamespace Namespace)
{
    public static MagdaService GeefPersoon { get; } =
        new("GeefPersoon", "02.02.0000", "http://magda.vlaanderen.be/persoon/soap/geefpersoon/v02_02");

    public static MagdaService GeefGezinssamenstelling { get; } =
        new("GeefGezinssamenstelling", "02.02.0000", "http://magda.vlaanderen.be/persoon/soap/geefgezinssamenstelling/v02_02");

    public static MagdaService GeefWerkrelaties { get; } =
        new("GeefWerkrelaties", "02.00.0000", "http://webservice.geefwerkrelatiesdienst-02_00.werk-02_00.vip.vlaanderen.be");

    public static MagdaService GeefSociaalStatuut { get; } =
        new("GeefSociaalStatuut", "03.00.0000", "http://magda.vlaanderen.be/soczek/soap/geefsociaalstatuut/v03_00");

    public static MagdaService GeefLeefloonbedragen { get; } =
        new("GeefLeefloonbedragen", "02.00.0000", "http://webservice.geefleefloonbedragendienst-02_00.soczek-02_00.vip.vlaanderen.be");

    public static MagdaService GeefPersoonMutatiesNotificaties { get; } =
        new("GeefPersoonMutatiesNotificaties", "02.00.0000", "http://magda.vlaanderen.be/persoon/soap/GeefPersoonMutatiesNotificaties/v02_00");

    public static MagdaService GeefMutatiesNotificaties { get; } =
        new("GeefMutatiesNotificaties", "02.01.0000", "http://magda.vlaanderen.be/algemeen/soap/geefmutatiesnotificaties/v02_01");

    public static MagdaService RegistreerInschrijving0200 { get; } =
        new("RegistreerInschrijving", "02.00.0000", "http://webservice.registreerinschrijvingdienst-02_00.repertorium-02_00.vip.vlaanderen.be");

    public static MagdaService RegistreerInschrijving0201 { get; } =
        new("RegistreerInschrijving", "02.01.0000", "http://webservice.registreerinschrijvingdienst-02_01.repertorium-02_01.vip.vlaanderen.be");

    public static MagdaService RegistreerUitschrijving { get; } =
        new("RegistreerUitschrijving", "02.00.0000", "http://webservice.registreeruitschrijvingdienst-02_00.repertorium-02_00.vip.vlaanderen.be");

    public static IReadOnlyList<MagdaService> All { get; } =
    [
        GeefWerkrelaties, GeefPersoon, GeefGezinssamenstelling, GeefSociaalStatuut, GeefLeefloonbedragen, GeefPersoonMutatiesNotificaties, GeefMutatiesNotificaties,
        RegistreerInschrijving0200, RegistreerInschrijving0201, RegistreerUitschrijving,
    ];
}
