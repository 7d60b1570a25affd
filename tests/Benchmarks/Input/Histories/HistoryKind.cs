namespace IntegrationHub.Benchmarks.Input.Histories;

/// <summary>What a source tells in one record.</summary>
internal enum HistoryKind
{
    Person,
    Household,
    Membership,
    JobStarts,
    JobEnds,
    JobEndsWasWrong,
    BenefitBegins,
    BenefitEnds,
    BenefitSuspended,
    Admission,
    Discharge,
    FileOpens,
    FileCloses,
    Circumstance,
    Eviction,
}
