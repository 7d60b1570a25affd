namespace IntegrationHub.Core.Signals;

/// <summary>What a partner is within a geïntegreerd breed onthaal (GBO).</summary>
public enum PartnerRole
{
    /// <summary>Openbaar centrum voor maatschappelijk welzijn: serves a municipality.</summary>
    Ocmw,

    /// <summary>Centrum algemeen welzijnswerk: serves municipalities.</summary>
    Caw,

    /// <summary>The social work service of a ziekenfonds (DMW): serves its members.</summary>
    Dmw,
}
