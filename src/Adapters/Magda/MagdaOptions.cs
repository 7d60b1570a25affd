using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Magda;

/// <summary>What an operator sets. Names that MAGDA itself uses are spelt as MAGDA spells them.</summary>
public sealed class MagdaOptions
{
    [Description("Where every service is asked, unless endpoints says otherwise for one.")]
    public string? Url { get; set; }

    [Description("The URL of one service by its name (GeefPersoon), where it differs from url.")]
    public Dictionary<string, string> Endpoints { get; set; } = [];

    [Description("The URI under which MAGDA knows this application (Afzender/Identificatie).")]
    [StringLength(120, ErrorMessage = "identificatie: at most 120 characters.")]
    public string? Identificatie { get; set; }

    [Description("The purpose code that the deliberation gives (ipdc2858).")]
    [StringLength(25, ErrorMessage = "hoedanigheid: at most 25 characters.")]
    public string? Hoedanigheid { get; set; }

    [Description("Reference to the INSZ that Gebruiker of RegistreerInschrijving 02.01 carries; left out when null.")]
    public string? Gebruiker { get; set; }

    [Description("Whom to ask about: caseload, or file:PATH with one INSZ a line.")]
    public string Citizens { get; set; } = "caseload";

    [Description("How many citizens make one page.")]
    [Range(1, 500, ErrorMessage = "pageSize: a number from 1 to 500.")]
    public int PageSize { get; set; } = 25;

    [Description("How many citizens are asked about at the same time.")]
    [Range(1, 32, ErrorMessage = "concurrency: a number from 1 to 32.")]
    public int Concurrency { get; set; } = 4;

    [Description("How many requests a second at most; 0 does not pace. MAGDA refuses more than 10 within a second.")]
    [Range(0, 1000, ErrorMessage = "requestsPerSecond: a number from 0 to 1000.")]
    public double RequestsPerSecond { get; set; } = 8;

    [Description("How long one request may take.")]
    [Range(1, 300, ErrorMessage = "timeoutSeconds: a number from 1 to 300.")]
    public int TimeoutSeconds { get; set; } = 30;

    [Description("How long to stay away after MAGDA throttled, when it does not say itself.")]
    [Range(1, 3600, ErrorMessage = "throttleDelaySeconds: a number from 1 to 3600.")]
    public int ThrottleDelaySeconds { get; set; } = 30;

    [Description("After how many runs that stopped at the same citizen her reply is quarantined and the round goes on.")]
    [Range(1, 100, ErrorMessage = "stuckAfter: a number from 1 to 100.")]
    public int StuckAfter { get; set; } = 3;

    [Description("Whether citizens are registered (and unregistered) at MAGDA by the hub.")]
    public bool RegistreerInschrijving { get; set; } = true;

    [Description("Which version of RegistreerInschrijving: 02.01 or 02.00.")]
    [RegularExpression("^02\\.0[01]$", ErrorMessage = "registreerInschrijvingVersion: \"02.01\" or \"02.00\".")]
    public string RegistreerInschrijvingVersion { get; set; } = "02.01";

    [Description("For how many days a registration is asked; it is renewed when it has ended.")]
    [Range(1, 3660, ErrorMessage = "registrationDays: a number from 1 to 3660.")]
    public int RegistrationDays { get; set; } = 365;

    [Description("Whether GeefWerkrelaties is asked.")]
    public bool GeefWerkrelaties { get; set; } = true;

    [Description("Whether GeefPersoon is asked.")]
    public bool GeefPersoon { get; set; } = true;

    [Description("Whether GeefGezinssamenstelling is asked.")]
    public bool GeefGezinssamenstelling { get; set; } = true;

    [Description("Whether GeefSociaalStatuut is asked.")]
    public bool GeefSociaalStatuut { get; set; }

    [Description("The statuses that GeefSociaalStatuut is asked for, each with the benefit that it means; these are added to BIM_BVT, BIM_BVT_IN_FAMILY and LIVING_WAGES_PCSA_HELP.")]
    public Dictionary<string, string> SocialeStatuten { get; set; } = new()
    {
        ["BIM_BVT"] = "verhoogde-tegemoetkoming", ["BIM_BVT_IN_FAMILY"] = "verhoogde-tegemoetkoming", ["LIVING_WAGES_PCSA_HELP"] = "leefloon",
    };

    [Description("Whether GeefLeefloonbedragen is asked.")]
    public bool GeefLeefloonbedragen { get; set; }

    [Description("How many years before this one GeefLeefloonbedragen asks about: 2 or 3, as MAGDA takes it.")]
    [Range(2, 3, ErrorMessage = "leefloonYearsBack: 2 or 3.")]
    public int LeefloonYearsBack { get; set; } = 3;

    [Description("Whether MAGDA is asked who changed since the last time, and in which version: 02.00 (GeefPersoonMutatiesNotificaties) or 02.01 (GeefMutatiesNotificaties).")]
    [RegularExpression("^02\\.0[01]$", ErrorMessage = "mutatiesNotificaties: \"02.00\" or \"02.01\".")]
    public string? MutatiesNotificaties { get; set; }

    [Description("Begin of the period that GeefWerkrelaties asks about. A fixed day on purpose: a job that slides out of a moving period would look as if it had been withdrawn.")]
    public DateOnly EmploymentFrom { get; set; } = new(2020, 1, 1);

    [Description("How many days ahead GeefWerkrelaties asks: an end that is already announced wakes the hub on its day.")]
    [Range(0, 3660, ErrorMessage = "employmentDaysAhead: a number from 0 to 3660.")]
    public int EmploymentDaysAhead { get; set; } = 365;

    [Description("GeefWerkrelaties SchrappingsIndicatie: 0, 1 or 2.")]
    [RegularExpression("^[012]$", ErrorMessage = "schrappingsIndicatie: \"0\", \"1\" or \"2\".")]
    public string SchrappingsIndicatie { get; set; } = "0";

    [Description("GeefWerkrelaties InterimIndicatie: 0, 1 or 2.")]
    [RegularExpression("^[012]$", ErrorMessage = "interimIndicatie: \"0\", \"1\" or \"2\".")]
    public string InterimIndicatie { get; set; } = "0";

    [Description("The folder into which MAGDA's publications are transferred; null reads none.")]
    public string? Publications { get; set; }

    [Description("Which file names in that folder are read, with * and ?.")]
    [RegularExpression(@"[^/\\]+", ErrorMessage = "publicationFiles: write a pattern of file names without a folder, such as \"*.xml\".")]
    public string PublicationFiles { get; set; } = "*.xml";

    [Description("A file that changed less long ago is looked at twice, this long apart; 0 reads at once.")]
    [Range(0, 3_600, ErrorMessage = "settleSeconds: a number from 0 to 3600.")]
    public int SettleSeconds { get; set; } = 2;

    [Description("Whose enterprises those of PubliceerFaillissementsignaal are: file:PATH with an enterprise number and an INSZ on each line.")]
    [RegularExpression("file:.+", ErrorMessage = "enterprises: \"file:PATH\" with an enterprise number and an INSZ on each line.")]
    public string? Enterprises { get; set; }

    [Description("Reference to the client certificate with its key: PEM text, or a PFX in base64.")]
    public string? ClientCertificate { get; set; }

    [Description("Reference to the password of clientCertificate.")]
    public string? ClientCertificatePassword { get; set; }

    [Description("Reference to the certificate with its RSA key that signs the body (WS-Security); null does not sign.")]
    public string? SigningCertificate { get; set; }

    [Description("Reference to the password of signingCertificate.")]
    public string? SigningCertificatePassword { get; set; }

    /// <summary>Whether MAGDA is asked anything: a source that only reads publications has no URL.</summary>
    internal bool Asks => Publications is null || Url is not null || Endpoints.Count > 0;

    /// <summary>Where a service is asked.</summary>
    internal Uri EndpointOf(string service) => new(Endpoints.GetValueOrDefault(service) ?? Url!, UriKind.Absolute);
}
