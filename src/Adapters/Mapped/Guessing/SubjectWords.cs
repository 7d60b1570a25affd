namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What Dutch, French and English words in the names of file and columns say of the subject.</summary>
internal static class SubjectWords
{
    // The name of a file is chosen for what it holds; that of a column may be about anything.
    private const int FileName = 3;

    private static readonly (Subject Subject, string[] Phrases)[] All =
    [
        (Subject.Employment,
        [
            "in dienst", "uit dienst", "tewerkstelling", "tewerkstellingen", "dienstverband", "werkgever", "employer", "employeur", "job", "jobs", "emploi", "arbeidscontract", "contract", "contracten", "licenciement",
            "dimona", "functie", "employment", "personeel", "personeelsnummer", "werknemer", "embauche", "kbo werkgever", "leavers", "uitstroom", "werkdag", "aanwerving", "uitdiensttreding", "indiensttreding", "engagement", "ondernemingsnummer", "art60",
            "en service", "de service", "contrat", "contrats", "fin de contrat", "personnel", "travailleur", "travailleurs",
        ]),
        (Subject.Hospital,
        [
            "opname", "opnames", "ziekenhuis", "hospital", "hopital", "patient", "patienten", "verblijf", "sejour", "admission", "discharge", "afdeling", "campus", "kliniek", "clinique", "hospitalisation", "encounter",
            "opnamenummer", "verblijfsnummer", "dienst opname", "ontslagbestemming", "stay",
        ]),
        (Subject.SupportFile,
        [
            "dossier", "dossiers", "dossiernummer", "dossiernr", "hulpvraag", "maatschappelijk werker", "intake", "aanmelding", "begeleiding", "begeleidingen", "afsluiting", "thema", "hulpverlener", "accompagnement", "caw",
            "registratie", "case", "geopend", "gesloten", "assistant social", "cliënt", "client",
        ]),
        (Subject.Benefit,
        [
            "leefloon", "uitkering", "uitkeringen", "toegekend", "toekenning", "beslissing", "beslissingsnummer", "geschorst", "schorsing", "stopzetting", "recht", "revenu integration", "ris", "allocation", "allocations",
            "benefit", "steun", "equivalent", "categorie",
        ]),
        (Subject.Eviction, ["uithuiszetting", "uithuiszettingen", "vordering", "rolnummer", "zitting", "expulsion", "eviction", "vrederechter", "verhuurder", "dagvaarding"]),
        (Subject.Membership, ["mutualiteit", "ziekenfonds", "mutualite", "mutuality", "aansluiting", "lidmaatschap", "verhoogde tegemoetkoming", "affiliation", "aangeslotene", "lidnummer"]),
    ];

    /// <summary>The subjects that the names speak of, the likeliest first.</summary>
    public static IReadOnlyList<Subject> Of(Sample sample) =>
    [
        .. All.Select(one => (one.Subject, Score: (FileName * HeaderWords.Count(Path.GetFileNameWithoutExtension(sample.FileName), one.Phrases)) + sample.Columns.Sum(column => Math.Min(1, HeaderWords.Count(column.Reference, one.Phrases)))))
            .Where(one => one.Score > 0).OrderByDescending(one => one.Score).Select(one => one.Subject),
    ];
}
