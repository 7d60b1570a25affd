using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Timelines;

/// <summary>
/// Which versions of facts of a citizen are past their term: the hub knew them long ago, and nothing needs them any more. A fact goes with all its versions, unless it still runs (a job, a benefit, a file, a membership
/// or a circumstance without an end, where she lives and with whom), or something rests on it; of those only the versions that a later one replaced. What ended something stays as long as
/// what it ended: without it, that would run again. Pure.
/// </summary>
public static class PastTerm
{
    /// <summary>The places of the versions that may go.</summary>
    /// <param name="citizen">Whose they are.</param>
    /// <param name="versions">Every version of every fact about her, withdrawals included, with when the hub knew it.</param>
    /// <param name="before">What the hub knew before this is past its term.</param>
    /// <param name="now">The time: what ended by then does not run.</param>
    /// <param name="isNeeded">Whether something rests on a fact.</param>
    public static IReadOnlySet<int> Of(
        CitizenRef citizen, IReadOnlyList<(Fact Fact, DateTimeOffset KnownAt)> versions, DateTimeOffset before, DateTimeOffset now, Func<FactIdentity, bool> isNeeded)
    {
        var timeline = Timeline.Of(citizen, versions.Select(version => version.Fact));
        var running = timeline.Own.Where(fact => Runs(fact, timeline, now)).Select(IdentityOf).ToHashSet();
        var facts = versions.Select((version, place) => (version.Fact, version.KnownAt, Place: place)).GroupBy(version => IdentityOf(version.Fact)).ToList();
        var going = facts.Where(fact => fact.All(version => version.KnownAt < before) && !running.Contains(fact.Key) && !isNeeded(fact.Key)).Select(fact => fact.Key).ToHashSet();

        var staying = timeline.Own.Where(fact => !going.Contains(IdentityOf(fact))).ToList();
        going.RemoveWhere(identity => timeline.Own.FirstOrDefault(fact => IdentityOf(fact) == identity) is { } end && staying.Exists(began => Ends(end, began)));
        return facts
            .SelectMany(fact => going.Contains(fact.Key) ? fact : fact.Where(version => version.KnownAt < before && fact.Any(later => later.Fact.Revision > version.Fact.Revision && later.KnownAt < before)))
            .Select(version => version.Place).ToHashSet();
    }

    private static FactIdentity IdentityOf(Fact fact) => new(fact.Source, fact.RecordId, fact.FactKey);

    private static bool Runs(Fact fact, Timeline timeline, DateTimeOffset now) => fact switch
    {
        PersonChanged or HouseholdChanged => true,
        EmploymentStarted or BenefitGranted or HospitalAdmitted or SupportFileOpened or InsuranceMembershipChanged or BenefitSuspended or CircumstanceReported => !(timeline.Endings.EndOf(fact, now) <= now),
        _ => false,
    };

    private static bool Ends(Fact end, Fact began) => (end, began) switch
    {
        (EmploymentEnded ended, EmploymentStarted job) => (ended.Source == job.Source && ended.Employment == job.Employment) || (ended.Employer is { } employer && job.Employer == employer),
        (BenefitEnded ended, BenefitGranted right) => ended.Source == right.Source && ended.Right == right.Right,
        (HospitalDischarged ended, HospitalAdmitted stay) => ended.Source == stay.Source && ended.Stay == stay.Stay,
        (SupportFileClosed ended, SupportFileOpened file) => ended.Source == file.Source && ended.File == file.File,
        _ => false,
    };
}
