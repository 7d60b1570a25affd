using System.Text;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Storage.Tests.Given;

/// <summary>Pages, records and facts with short words.</summary>
public static class Some
{
    public const string Source = "dimona";

    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public static JournalPage Page(params JournalRecord[] records) => new() { Source = Source, Records = records, KnownAt = Now };

    public static JournalRecord Record(string id, params JournalFact[] facts) =>
        new(id, null, Keys.Hash(string.Join(';', facts.Select(Content))), facts) { OwnHash = Keys.Hash("own " + string.Join(';', facts.Select(Content))) };

    /// <summary>The same record after the configuration names more of it.</summary>
    public static JournalRecord WithMoreNamed(this JournalRecord record) => record with { ContentHash = Keys.Hash("more of " + Convert.ToHexString(record.ContentHash)) };

    public static JournalRecord Versioned(string id, long version, params JournalFact[] facts) => Record(id, facts) with { Version = version, OwnHash = null, ContentHash = Keys.Hash("what the configuration names") };

    public static JournalFact Ended(string who, string day = "2026-11-20", string key = "end", string? name = null) => Of(key, who, name, new EmploymentEnded
    {
        Employment = "job-1",
        EndedOn = DateOnly.Parse(day),
        OccurredAt = BelgianTime.StartOf(DateOnly.Parse(day)),
    });

    public static JournalFact Started(string who, string day = "2026-01-05", string key = "start") => Of(key, who, null, new EmploymentStarted
    {
        Employment = "job-1",
        StartedOn = DateOnly.Parse(day),
        OccurredAt = BelgianTime.StartOf(DateOnly.Parse(day)),
    });

    public static JournalFact Household(string who, params string[] members) => Of("household", who, null, new HouseholdChanged
    {
        Members = [.. members.Select(_ => new HouseholdMember())],
        OccurredAt = Now.AddDays(-3),
    }) with { Others = [.. members.Select(Keys.Hash)] };

    public static JournalFact Replaced(string old, string current) =>
        Of("replaced", old, null, new CitizenIdentityReplaced { OccurredAt = Now }) with { Others = [Keys.Hash(current)] };

    public static JournalFact FileOpened(string who, string person) => Of("opened", who, person, new SupportFileOpened { File = "file-1", Partner = "ocmw-gent", OccurredAt = Now.AddDays(-30) });

    public static JournalFact FileClosed(string who, string person) => Of("closed", who, person, new SupportFileClosed
    {
        File = "file-1",
        Partner = "ocmw-gent",
        ClosedOn = new DateOnly(2026, 11, 1),
        OccurredAt = BelgianTime.StartOf(new DateOnly(2026, 11, 1)),
    });

    public static QuarantinedRecord Quarantined(string id, string content = "raw") => new()
    {
        RecordId = id,
        Kind = "leefloon",
        Reasons = """[{"field":"einde","expected":"a date","toDo":"correct it"}]""",
        AdapterVersion = "0.1.0",
        Content = Encoding.UTF8.GetBytes(content),
    };

    public static JournalFact Lives(string who, string born = "1980-01-01", string? municipality = "44021") => Of("person", who, null, new PersonChanged
    {
        BornOn = DateOnly.Parse(born),
        Municipality = municipality is null ? null : NisCode.Parse(municipality),
        OccurredAt = Now.AddYears(-1),
    });

    public static JournalFact Evicted(string who) => Of("claim", who, null, new EvictionClaimed { OccurredAt = Now.AddDays(-1) });

    public static JournalFact Hidden(string who) => Of("flag", who, null, new CircumstanceReported { Code = "opvangadres", OccurredAt = Now.AddDays(-1) });

    public static JournalFact Objects(string who, string code, params (string Name, string Value)[] attributes) => Of("objection", who, null, new CircumstanceReported
    {
        Code = code, OccurredAt = Now.AddDays(-1), Attributes = attributes.ToDictionary(one => one.Name, one => one.Value),
    });

    private static JournalFact Of(string key, string who, string? person, Fact fact) =>
        new(key, FactContract.NameOf(fact.GetType()), Keys.Hash(who), [], fact, person is null ? ReadOnlyMemory<byte>.Empty : Encoding.UTF8.GetBytes(person));

    private static string Content(JournalFact fact) =>
        fact.Key + Convert.ToHexString(fact.Citizen) + string.Join(',', fact.Others.Select(Convert.ToHexString)) + Encoding.UTF8.GetString(FactContract.Serialize(fact.Fact)) + Encoding.UTF8.GetString(fact.Person.Span);
}
