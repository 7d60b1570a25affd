using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Timelines;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Timelines;

public class ATimeline
{
    [Fact]
    public void Holds_the_latest_version_of_each_fact() =>
        Timeline(JobEnds("a", "2026-01-31", revision: 2), JobEnds("a", "2026-02-28", revision: 1)).All<EmploymentEnded>().ShouldHaveSingleItem().EndedOn.ShouldBe(new DateOnly(2026, 1, 31));

    [Theory]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(200)]
    public void Holds_the_same_however_long_it_is_and_in_whatever_order_it_came(int jobs)
    {
        var ends = Enumerable.Range(0, jobs).Select(job => JobEnds($"{job:000}", "2026-02-28", revision: 2)).ToList();
        var versions = ends.Concat<Fact>(Enumerable.Range(0, jobs).Select(job => JobEnds($"{job:000}", "2026-01-31"))).Append(Withdrawn(ends[0])).ToArray();
        new Random(7).Shuffle(versions);

        Timeline(versions).Own.ShouldBe(ends.Skip(1));
    }

    [Fact]
    public void Holds_the_same_of_its_facts_whether_it_is_short_or_long()
    {
        var version =
            from job in Gen.Choose(0, 5)
            from revision in Gen.Choose(1, 4)
            from isWithdrawn in Gen.Elements(true, false, false)
            let end = JobEnds($"{job}", $"2026-0{revision}-28", revision)
            select isWithdrawn ? (Fact)Withdrawn(end) with { Revision = revision } : end;
        var others = Enumerable.Range(0, 20).Select(i => (Fact)JobEnds("x", "2026-01-31").As($"other {i}", "end", source: "other")).ToArray();
        var cases =
            from versions in version.ArrayOf().Select(facts => facts.DistinctBy(fact => (fact.FactKey, fact.Revision)).ToArray())
            from mixed in Gen.Shuffle(versions.Concat(others).ToArray())
            select (versions, mixed);

        Prop.ForAll(cases.ToArbitrary(), sample => Timeline(sample.mixed).Own.Where(fact => fact.Source != "other").SequenceEqual(Timeline(sample.versions).Own))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Tells_which_files_are_open()
    {
        var opened = new SupportFileOpened { OccurredAt = At("2026-01-01"), File = "f1", Partner = "ocmw-gent", Worker = "mw-1" }.As("f1", "opened");
        var other = new SupportFileOpened { OccurredAt = At("2026-02-01"), File = "f2", Partner = "caw", Worker = null }.As("f2", "opened");
        var closed = new SupportFileClosed { OccurredAt = At("2026-06-30"), File = "f1", Partner = "ocmw-gent", ClosedOn = new DateOnly(2026, 6, 30) }.As("f1", "closed");

        Timeline(opened, other, closed).OpenFiles(Now).Select(file => file.File).ShouldBe(["f2"]);
        Timeline(opened, other, closed).OpenFiles(At("2026-03-01")).Select(file => file.File).ShouldBe(["f2", "f1"]);
    }

    [Fact]
    public void Knows_the_municipality_from_the_latest_fact_that_names_one() =>
        Timeline(Person("2026-01-01", "44021"), Person("2026-06-01").As("p2", "person")).Municipality().ShouldBe(NisCode.Parse("44021"));

    [Fact]
    public void Finds_everyone_who_shares_a_household()
    {
        var household = new HouseholdChanged { OccurredAt = At("2026-01-01"), Members = [new() { Citizen = Ann }, new() { Citizen = Bram }] }.As("h", "household");

        var mates = Households.MatesIn([household]);

        mates[Ann].ShouldBe([Bram]);
        mates[Bram].ShouldBe([Ann]);
    }
}
