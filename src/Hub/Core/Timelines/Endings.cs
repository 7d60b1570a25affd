using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules.Fields;

namespace IntegrationHub.Core.Timelines;

/// <summary>When what began on a timeline ends, as far as is known.</summary>
internal sealed class Endings(List<Fact> own, List<Fact> household)
{
    private readonly Dictionary<(CitizenRef Citizen, string Source, string Key, Type Began), DateTimeOffset> ends = EndsIn(own, household);
    private ILookup<(CitizenRef Citizen, KboNumber Employer), EmploymentEnded>? byEmployer;

    /// <summary>When it ends; null when no end is known. An end that lies at or before <paramref name="now"/> is enough, even where another source knows an earlier one.</summary>
    public DateTimeOffset? EndOf(Fact fact, DateTimeOffset now) => fact switch
    {
        EmploymentStarted job => EndOf(job, now),
        BenefitGranted right => Earliest(Find(right, right.Right), After(right.Until)),
        HospitalAdmitted stay => Find(stay, stay.Stay),
        SupportFileOpened file => Find(file, file.File),
        InsuranceMembershipChanged membership => After(membership.Until),
        BenefitSuspended suspension => After(suspension.Until),
        CircumstanceReported circumstance => After(FactField.AsDay(circumstance.Attributes.GetValueOrDefault("until"))),
        _ => null,
    };

    /// <summary>Two sources of one job are one job: its end in one is its end in the other.</summary>
    private DateTimeOffset? EndOf(EmploymentStarted job, DateTimeOffset now)
    {
        var end = Find(job, job.Employment);
        if (end <= now || job.Employer is not { } employer)
            return end;
        byEmployer ??= own.Concat(household).OfType<EmploymentEnded>().Where(ended => ended.Employer is not null).ToLookup(ended => (ended.Citizen, ended.Employer!.Value));
        foreach (var ended in byEmployer[(job.Citizen, employer)])
        {
            if (ended.Source != job.Source && ended.OccurredAt >= job.OccurredAt)
                end = Earliest(end, ended.OccurredAt);
        }

        return end;
    }

    private DateTimeOffset? Find(Fact began, string key) => ends.TryGetValue((began.Citizen, began.Source, key, began.GetType()), out var end) ? end : null;

    private static Dictionary<(CitizenRef Citizen, string Source, string Key, Type Began), DateTimeOffset> EndsIn(List<Fact> own, List<Fact> household)
    {
        var found = new Dictionary<(CitizenRef Citizen, string Source, string Key, Type Began), DateTimeOffset>();
        Add(own);
        Add(household);
        return found;

        void Add(List<Fact> facts)
        {
            foreach (var fact in facts)
            {
                (string? Key, Type? Began) end = fact switch
                {
                    EmploymentEnded job => (job.Employment, typeof(EmploymentStarted)),
                    BenefitEnded right => (right.Right, typeof(BenefitGranted)),
                    HospitalDischarged stay => (stay.Stay, typeof(HospitalAdmitted)),
                    SupportFileClosed file => (file.File, typeof(SupportFileOpened)),
                    _ => default,
                };
                if (end.Key is null)
                    continue;
                var key = (fact.Citizen, fact.Source, end.Key, end.Began!);
                if (!found.TryGetValue(key, out var known) || fact.OccurredAt < known)
                    found[key] = fact.OccurredAt;
            }
        }
    }

    /// <summary>The instant after a last day; null when that never comes.</summary>
    private static DateTimeOffset? After(DateOnly? lastDay) => lastDay is { } day ? BelgianTime.EndOf(day) : null;

    private static DateTimeOffset? Earliest(DateTimeOffset? left, DateTimeOffset? right) => left is null || right < left ? right ?? left : left;
}
