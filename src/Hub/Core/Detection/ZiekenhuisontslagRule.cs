using IntegrationHub.Contracts;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>
/// <c>ziekenhuisontslag</c>: an inpatient stay ended and the citizen left the hospital alive, not for another hospital. Who is known to have died since is left in peace. A planned discharge is looked at again at its time.
/// </summary>
public sealed class ZiekenhuisontslagRule : IRule
{
    /// <inheritdoc/>
    public string Id => "ziekenhuisontslag";

    /// <inheritdoc/>
    public string MomentCode => "ziekenhuisontslag";

    /// <inheritdoc/>
    public string AnchorContract { get; } = FactContract.NameOf<HospitalDischarged>();

    /// <inheritdoc/>
    public Finding Evaluate(Timeline timeline, DateTimeOffset now)
    {
        List<Moment>? moments = null;
        DateTimeOffset? recheckAt = null;
        foreach (var discharged in timeline.All<HospitalDischarged>())
        {
            if (!LeftAliveFromInpatientStay(discharged) || timeline.DiedBy(discharged.OccurredAt > now ? discharged.OccurredAt : now))
                continue;
            if (discharged.OccurredAt <= now)
                (moments ??= []).Add(Moment.On(discharged, this));
            else if (recheckAt is null || discharged.OccurredAt < recheckAt)
                recheckAt = discharged.OccurredAt;
        }

        return moments is null && recheckAt is null ? Finding.Nothing : new Finding(moments ?? [], recheckAt);
    }

    private static bool LeftAliveFromInpatientStay(HospitalDischarged discharged) =>
        discharged.EncounterClass == "IMP"
        && discharged.Disposition is not (DischargeDisposition.Died or DischargeDisposition.OtherHospital);
}
