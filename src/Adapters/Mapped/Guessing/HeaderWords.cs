namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What Dutch, French and English words in the name of a column say of its role. The longest phrase that fits wins: <c>voornaam</c> before <c>naam</c>.</summary>
internal static class HeaderWords
{
    private static readonly (ColumnRole Role, string[] Phrases)[] OfDates =
    [
        (ColumnRole.Start,
        [
            "begin", "start", "aanvang", "in dienst", "vanaf", "van", "debut", "depuis", "from", "since", "entree", "ingang", "sinds", "geopend", "opening", "open", "ouvert", "opname", "admission", "toegekend",
            "toekenning", "octroi", "granted", "intake", "aanmelding", "registratie", "inscription", "datum in", "hired", "embauche", "aanwerving", "startdatum", "begindatum", "eerste dag", "eerste werkdag", "premier jour",
        ]),
        (ColumnRole.End,
        [
            "einde", "eind", "stop", "stopgezet", "stopzetting", "uit dienst", "fin", "sortie", "end", "ended", "ontslag", "licenciement", "discharge", "gesloten", "afgesloten", "sluiting", "afsluiting", "sluit",
            "cloture", "ferme", "closed", "closing", "beeindigd", "beeindiging", "datum uit", "laatste dag", "laatste werkdag", "last day", "last working day", "dernier jour",
            "termination", "left", "vertrek", "depart", "einddatum", "stopdatum", "uitstroom", "uitdiensttreding",
        ]),
        (ColumnRole.Until, ["tot", "tem", "tot en met", "geldig tot", "until", "jusque", "jusquau", "au", "to", "valid until", "vervaldatum"]),
        (ColumnRole.SuspendedFrom, ["geschorst", "geschorst vanaf", "schorsing", "schorsing van", "begin schorsing", "start schorsing", "suspension", "suspendu", "suspended", "suspended from", "debut suspension"]),
        (ColumnRole.SuspendedUntil, ["geschorst tot", "schorsing tot", "einde schorsing", "suspended until", "fin suspension", "suspendu jusque", "geschorst tem"]),
        (ColumnRole.Claimed, ["vordering", "datum vordering", "claim", "verzoekschrift", "requete", "dagvaarding"]),
        (ColumnRole.Hearing, ["zitting", "hearing", "audience", "rechtsdag", "inleidingszitting"]),
        (ColumnRole.Born, ["geboorte", "geboortedatum", "geboren", "birth", "born", "naissance", "dob"]),
        (ColumnRole.Died, ["overlijden", "overleden", "death", "deceased", "died", "deces"]),
        (ColumnRole.Changed, ["wijziging", "gewijzigd", "gewijzigd op", "changed", "modified", "updated", "last update", "modification", "mutatie", "laatst bijgewerkt", "created", "aangemaakt", "export"]),
    ];

    private static readonly (ColumnRole Role, string[] Phrases)[] Others =
    [
        (ColumnRole.Citizen, ["insz", "inss", "niss", "ssin", "rijksregister", "rijksregisternummer", "rijksregisternr", "rrn", "rr", "nrn", "bis nummer", "registre national", "numero national", "national number"]),
        (ColumnRole.OtherInsz, ["insz partner", "insz ouder", "insz kind", "insz referentiepersoon", "insz gezinshoofd", "niss conjoint", "partner insz", "insz vertegenwoordiger"]),
        (ColumnRole.FamilyName, ["naam", "familienaam", "achternaam", "nom", "nom de famille", "last name", "surname", "family name", "name"]),
        (ColumnRole.GivenNames, ["voornaam", "voornamen", "roepnaam", "prenom", "prenoms", "first name", "given name", "given names", "given"]),
        (ColumnRole.FullName, ["naam en voornaam", "volledige naam", "full name", "nom et prenom", "nom complet", "naam voornaam", "voornaam naam"]),
        (ColumnRole.Street, ["straat", "straatnaam", "adres", "rue", "adresse", "street", "address", "woonplaats straat"]),
        (ColumnRole.HouseNumber, ["huisnummer", "huisnr", "house number", "nr huis", "numero maison"]),
        (ColumnRole.Box, ["bus", "busnummer", "busnr", "boite", "box"]),
        (ColumnRole.PostalCode, ["postcode", "post code", "code postal", "postal code", "zip", "zipcode", "pc", "postnummer", "postnr", "cp"]),
        (ColumnRole.City, ["gemeente", "gemeentenaam", "stad", "woonplaats", "localite", "commune", "ville", "city", "municipality", "plaats"]),
        (ColumnRole.Municipality, ["nis", "nis code", "niscode", "gemeentecode", "code ins", "ins", "refnis", "code commune", "nis gemeente"]),
        (ColumnRole.Telephone, ["telefoon", "telefoonnummer", "tel", "gsm", "gsmnummer", "mobiel", "phone", "telephone", "mobile", "contactnummer"]),
        (ColumnRole.Email, ["email", "e mail", "mail", "mailadres", "courriel", "emailadres"]),
        (ColumnRole.Remark, ["opmerking", "opmerkingen", "remarque", "remark", "remarks", "opm", "toelichting", "nota", "commentaar", "commentaire", "comment", "omschrijving", "beschrijving", "description", "vrije tekst"]),
        (ColumnRole.OtherPerson,
        [
            "naam werkgever", "werkgever naam", "afzender naam", "context naam", "organisatie naam", "naam organisatie", "contactpersoon", "verantwoordelijke", "huisarts", "arts", "behandelaar", "medewerker", "begeleider", "gebruiker", "user", "partner", "echtgenoot", "conjoint",
            "medecin", "physician", "responsable", "verhuurder", "eigenaar", "landlord", "advocaat", "bewindvoerder", "werkgever", "employer", "employeur", "moeder", "vader", "kind",
        ]),
        (ColumnRole.Worker, ["maatschappelijk werker", "hulpverlener", "worker", "case worker", "dossierbeheerder", "assistant social", "travailleur social", "mw", "code werker", "behandelaarcode"]),
        (ColumnRole.Enterprise, ["kbo", "kbo nummer", "kbo werkgever", "ondernemingsnummer", "ondernemingsnr", "ond nr", "bce", "numero entreprise", "enterprise number", "btw nummer", "vat"]),
        (ColumnRole.RecordNumber,
        [
            "nummer", "nr", "id", "numero", "number", "no", "dossiernummer", "dossiernr", "contractnummer", "contractnr", "beslissingsnummer", "referentie", "reference", "ref", "sleutel", "key", "record", "opnamenummer",
            "verblijfsnummer", "rolnummer", "volgnummer", "volgnr", "dossier", "code dossier", "identificatie", "numero dossier", "case id",
        ]),
        (ColumnRole.PersonNumber,
        [
            "personeelsnummer", "pers nr", "personeelsnr", "stamnummer", "patientnummer", "patient id", "patientnr", "clientnummer", "client id", "clientnr", "lidnummer", "werknemersnummer", "matricule", "badge",
            "numero patient", "numero client", "member id", "employee id", "persoonsnummer", "person id", "=client", "=klant", "=patient", "=persoon", "=burger", "=werknemer", "=person", "=clientcode", "=personne",
        ]),
        (ColumnRole.Reason, ["reden", "motief", "motif", "raison", "reason", "oorzaak", "reden stopzetting", "reden einde", "reden ontslag", "reden uit dienst", "reden afsluiting", "reden schorsing"]),
        (ColumnRole.Category, ["categorie", "category", "rang", "gezinscategorie"]),
        (ColumnRole.Sort, ["soort", "type", "aard", "kind", "sort", "statuut", "statut", "genre", "soort contract", "soort opname", "klasse", "class", "soort verblijf", "regime"]),
        (ColumnRole.Theme, ["thema", "themas", "theme", "themes", "domein", "problematiek", "levensdomein", "hulpvraag"]),
        (ColumnRole.Destination, ["bestemming", "ontslagbestemming", "destination", "disposition", "ontslag naar", "ontslagwijze", "wijze van ontslag", "bestemming na ontslag"]),
        (ColumnRole.Status, ["status", "toestand", "etat", "state", "fase"]),
        (ColumnRole.Sex, ["geslacht", "sexe", "sex", "gender"]),
        (ColumnRole.CivilStatus, ["burgerlijke staat", "burgerlijke stand", "etat civil", "civil status", "marital status"]),
        (ColumnRole.Mutuality, ["mutualiteit", "ziekenfonds", "mutualite", "mutuality", "ziekenfondsnummer", "vi code", "insurance number"]),
        (ColumnRole.IncreasedAllowance, ["verhoogde tegemoetkoming", "voorkeurregeling", "bim", "omnio", "increased allowance", "intervention majoree", "rvv"]),
    ];

    /// <summary>The role that the name of a column with dates tells; <see cref="ColumnRole.None"/> when it tells none.</summary>
    public static ColumnRole OfDate(string name) => Longest(name, OfDates);

    /// <summary>The role that the name of any other column tells.</summary>
    public static ColumnRole OfOther(string name) => Longest(name, Others);

    /// <summary>How many of these phrases a text holds.</summary>
    public static int Count(string text, IEnumerable<string> phrases)
    {
        var name = ReadName.Of(text);
        return phrases.Count(phrase => name.Holds(phrase));
    }

    private static ColumnRole Longest(string text, (ColumnRole Role, string[] Phrases)[] vocabulary)
    {
        var name = ReadName.Of(text);
        var best = (Role: ColumnRole.None, Length: 0);
        foreach (var (role, phrases) in vocabulary)
        {
            foreach (var phrase in phrases)
            {
                if (phrase.Length > best.Length && name.Holds(phrase))
                    best = (role, phrase.Length);
            }
        }

        return best.Role;
    }
}
