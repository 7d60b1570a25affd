using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Magda;

/// <summary>What an operator sets. Names that MAGDA itself uses are spelt as MAGDA spells them.</summary>
public sealed class MagdaOptions
{
    /// <summary>Where every service is asked, unless <see cref="Endpoints"/> says otherwise for one.</summary>
    public string? Url { get; set; }

    /// <summary>The URL of one service by its name (<c>GeefPersoon</c>), where it differs from <see cref="Url"/>.</summary>
    public Dictionary<string, string> Endpoints { get; set; } = [];

    /// <summary>The URI under which MAGDA knows this application (<c>Afzender/Identificatie</c>).</summary>
    [Required(ErrorMessage = "identificatie: put here the URI under which MAGDA knows this application (\"gent.be/ocmw-aip\").")]
    [StringLength(120, ErrorMessage = "identificatie: at most 120 characters.")]
    public string? Identificatie { get; set; }

    /// <summary>The purpose code that the deliberation gives (<c>ipdc2858</c>).</summary>
    [Required(ErrorMessage = "hoedanigheid: put here the purpose code of your deliberation (\"ipdc2858\").")]
    [StringLength(25, ErrorMessage = "hoedanigheid: at most 25 characters.")]
    public string? Hoedanigheid { get; set; }

    /// <summary>Reference to the INSZ that <c>Gebruiker</c> of RegistreerInschrijving 02.01 carries; left out when null.</summary>
    public string? Gebruiker { get; set; }

    /// <summary>Whom to ask about: <c>caseload</c>, or <c>file:PATH</c> with one INSZ a line.</summary>
    public string Citizens { get; set; } = "caseload";

    /// <summary>How many citizens make one page.</summary>
    [Range(1, 500, ErrorMessage = "pageSize: a number from 1 to 500.")]
    public int PageSize { get; set; } = 25;

    /// <summary>How many citizens are asked about at the same time.</summary>
    [Range(1, 32, ErrorMessage = "concurrency: a number from 1 to 32.")]
    public int Concurrency { get; set; } = 4;

    /// <summary>How many requests a second at most; 0 does not pace. MAGDA refuses more than 10 within a second.</summary>
    [Range(0, 1000, ErrorMessage = "requestsPerSecond: a number from 0 to 1000.")]
    public double RequestsPerSecond { get; set; } = 8;

    /// <summary>How long one request may take.</summary>
    [Range(1, 300, ErrorMessage = "timeoutSeconds: a number from 1 to 300.")]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>How long to stay away after MAGDA throttled, when it does not say itself.</summary>
    [Range(1, 3600, ErrorMessage = "throttleDelaySeconds: a number from 1 to 3600.")]
    public int ThrottleDelaySeconds { get; set; } = 30;

    /// <summary>After how many runs that stopped at the same citizen her reply is quarantined and the round goes on.</summary>
    [Range(1, 100, ErrorMessage = "stuckAfter: a number from 1 to 100.")]
    public int StuckAfter { get; set; } = 3;

    /// <summary>Whether citizens are registered (and unregistered) at MAGDA by the hub.</summary>
    public bool RegistreerInschrijving { get; set; } = true;

    /// <summary>Which version of RegistreerInschrijving: <c>02.01</c> or <c>02.00</c>.</summary>
    [RegularExpression("^02\\.0[01]$", ErrorMessage = "registreerInschrijvingVersion: \"02.01\" or \"02.00\".")]
    public string RegistreerInschrijvingVersion { get; set; } = "02.01";

    /// <summary>For how many days a registration is asked; it is renewed when it has ended.</summary>
    [Range(1, 3660, ErrorMessage = "registrationDays: a number from 1 to 3660.")]
    public int RegistrationDays { get; set; } = 365;

    /// <summary>Whether GeefWerkrelaties is asked.</summary>
    public bool GeefWerkrelaties { get; set; } = true;

    /// <summary>Whether GeefPersoon is asked.</summary>
    public bool GeefPersoon { get; set; } = true;

    /// <summary>Whether GeefGezinssamenstelling is asked.</summary>
    public bool GeefGezinssamenstelling { get; set; } = true;

    /// <summary>
    /// Begin of the period that GeefWerkrelaties asks about. A fixed day on purpose: a job that slides out of a moving period would look as if it had been withdrawn.
    /// </summary>
    public DateOnly EmploymentFrom { get; set; } = new(2020, 1, 1);

    /// <summary>How many days ahead GeefWerkrelaties asks: an end that is already announced wakes the hub on its day.</summary>
    [Range(0, 3660, ErrorMessage = "employmentDaysAhead: a number from 0 to 3660.")]
    public int EmploymentDaysAhead { get; set; } = 365;

    /// <summary>GeefWerkrelaties <c>SchrappingsIndicatie</c>: 0, 1 or 2.</summary>
    [RegularExpression("^[012]$", ErrorMessage = "schrappingsIndicatie: \"0\", \"1\" or \"2\".")]
    public string SchrappingsIndicatie { get; set; } = "0";

    /// <summary>GeefWerkrelaties <c>InterimIndicatie</c>: 0, 1 or 2.</summary>
    [RegularExpression("^[012]$", ErrorMessage = "interimIndicatie: \"0\", \"1\" or \"2\".")]
    public string InterimIndicatie { get; set; } = "0";

    /// <summary>Reference to the client certificate with its key: PEM text, or a PFX in base64.</summary>
    public string? ClientCertificate { get; set; }

    /// <summary>Reference to the password of <see cref="ClientCertificate"/>.</summary>
    public string? ClientCertificatePassword { get; set; }

    /// <summary>Reference to the certificate with its RSA key that signs the body (WS-Security); null does not sign.</summary>
    public string? SigningCertificate { get; set; }

    /// <summary>Reference to the password of <see cref="SigningCertificate"/>.</summary>
    public string? SigningCertificatePassword { get; set; }

    /// <summary>Where a service is asked.</summary>
    internal Uri EndpointOf(string service) => new(Endpoints.GetValueOrDefault(service) ?? Url!, UriKind.Absolute);
}
