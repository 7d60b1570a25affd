using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>One citizen, and what must become of what is told of her. Worked out from the input alone.</summary>
internal sealed record CitizenCase(int Number, CaseKind Kind)
{
    public string Insz { get; } = TestInsz.Number(Number);

    /// <summary>She is no longer in the export.</summary>
    public bool IsGone { get; set; }

    /// <summary>In the end there is one moment, and one signal of it.</summary>
    public bool HasMoment => !IsGone && (Kind is CaseKind.JobLost or CaseKind.JobCorrected or CaseKind.JobInExport or CaseKind.AtMagda or CaseKind.DischargedMllp or CaseKind.DischargedHttp);

    /// <summary>There may have been a signal, which then must have been withdrawn.</summary>
    public bool MayHaveHadOne => IsGone || Kind is CaseKind.JobTakenBack or CaseKind.CancelledMllp or CaseKind.CancelledHttp;

    /// <summary>It is, or was, about a job: the CAW hears of it too.</summary>
    public bool IsOfJob => Kind is CaseKind.JobLost or CaseKind.JobCorrected or CaseKind.JobTakenBack or CaseKind.JobInExport or CaseKind.AtMagda;

    public bool IsBroken => Kind is CaseKind.BrokenRow or CaseKind.BrokenMllp or CaseKind.BrokenHttp;

    /// <summary>The records of hers that can be read, by source; of MAGDA they are not counted.</summary>
    public IEnumerable<string> Records => Kind switch
    {
        CaseKind.JobLost or CaseKind.JobCorrected or CaseKind.JobTakenBack => [RegisterPartner.Id, RegisterPartner.Id],
        CaseKind.Inhabitant => [RegisterPartner.Id],
        CaseKind.JobInExport => [HubFolder.Ocmw],
        CaseKind.DischargedMllp or CaseKind.CancelledMllp => [RegisterPartner.Id, MllpPartner.Id],
        CaseKind.DischargedHttp or CaseKind.CancelledHttp => [RegisterPartner.Id, PushPartner.Id],
        _ => [],
    };

    public override string ToString() => $"{Kind} {Number}";
}
