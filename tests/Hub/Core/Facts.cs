using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Tests;

/// <summary>Short ways to say what a source reported.</summary>
internal static class Facts
{
    public static readonly CitizenRef Ann = new(Guid.Parse("11111111-1111-4111-8111-111111111111"));
    public static readonly CitizenRef Bram = new(Guid.Parse("22222222-2222-4222-8222-222222222222"));
    public static readonly DateTimeOffset Now = At("2026-11-21");

    public static DateTimeOffset At(string day) => BelgianTime.StartOf(DateOnly.Parse(day));

    public static T As<T>(this T fact, string record, string key, int revision = 1, string source = "magda", CitizenRef? citizen = null)
        where T : Fact => (T)(fact with { Citizen = citizen ?? Ann, Source = source, RecordId = record, FactKey = key, Revision = revision, KnownAt = fact.OccurredAt.AddDays(1) });

    public static EmploymentStarted JobStarts(string job, string day, int revision = 1) =>
        new EmploymentStarted { OccurredAt = At(day), Employment = job, StartedOn = DateOnly.Parse(day) }.As("dimona", $"{job}/start", revision);

    public static EmploymentEnded JobEnds(string job, string day, int revision = 1) =>
        new EmploymentEnded { OccurredAt = At(day), Employment = job, EndedOn = DateOnly.Parse(day) }.As("dimona", $"{job}/end", revision);

    public static FactWithdrawn Withdrawn(Fact fact) =>
        new FactWithdrawn { OccurredAt = fact.OccurredAt, Contract = FactContract.NameOf(fact.GetType()) }.As(fact.RecordId, fact.FactKey, fact.Revision + 1, fact.Source, fact.Citizen);

    public static HospitalDischarged LeavesHospital(string day, string encounterClass = "IMP", DischargeDisposition? disposition = null, string stay = "s1") =>
        new HospitalDischarged { OccurredAt = At(day), Stay = stay, EncounterClass = encounterClass, Disposition = disposition }.As($"{stay}/discharge", "discharge", source: "az");

    public static PersonChanged Person(string day, string? municipality = null, string? died = null) => new PersonChanged
    {
        OccurredAt = At(day),
        Municipality = municipality is null ? null : NisCode.Parse(municipality),
        DiedOn = died is null ? null : DateOnly.Parse(died),
    }.As("person", "person");

    public static Core.Timelines.Timeline Timeline(params Fact[] facts) => Core.Timelines.Timeline.Of(Ann, facts);
}
