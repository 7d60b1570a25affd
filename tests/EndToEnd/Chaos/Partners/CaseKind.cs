namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>What happens to one citizen, and through whom the hub hears of it.</summary>
internal enum CaseKind
{
    /// <summary>She lost her job: the register.</summary>
    JobLost,

    /// <summary>The same, and the register corrects the day.</summary>
    JobCorrected,

    /// <summary>The same, and the register takes it back.</summary>
    JobTakenBack,

    /// <summary>She only lives in Gent.</summary>
    Inhabitant,

    /// <summary>She lost her job: the export of the OCMW.</summary>
    JobInExport,

    /// <summary>She left the hospital: over MLLP. The register tells where she lives.</summary>
    DischargedMllp,

    /// <summary>The same over HTTP.</summary>
    DischargedHttp,

    /// <summary>It was no discharge after all.</summary>
    CancelledMllp,
    CancelledHttp,

    /// <summary>Her number cannot be read.</summary>
    BrokenRow,
    BrokenMllp,
    BrokenHttp,

    /// <summary>She lost her job: MAGDA says so, whenever it is asked.</summary>
    AtMagda,
}
