using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Detection;

public class OrderOfArrival
{
    private static readonly Gen<Fact> AnyFact = Gen.OneOf(
        from job in Gen.Elements("a", "b", "c")
        from day in Gen.Choose(-400, 60)
        from revision in Gen.Choose(1, 3)
        select (Fact)JobStarts(job, Day(day), revision),
        from job in Gen.Elements("a", "b", "c")
        from day in Gen.Choose(-400, 60)
        from revision in Gen.Choose(1, 3)
        select (Fact)JobEnds(job, Day(day), revision),
        from stay in Gen.Elements("s1", "s2")
        from day in Gen.Choose(-30, 10)
        from kind in Gen.Elements("IMP", "AMB")
        select (Fact)LeavesHospital(Day(day), kind, stay: stay),
        from job in Gen.Elements("a", "b", "c")
        select (Fact)Withdrawn(JobEnds(job, "2026-01-01", 3)));

    /// <summary>One version of a fact has one content, as in the journal.</summary>
    private static readonly Gen<Fact[]> AnyHistory = AnyFact.ArrayOf()
        .Select(facts => facts.DistinctBy(fact => (fact.Source, fact.RecordId, fact.FactKey, fact.Revision)).ToArray());

    [Fact]
    public void And_repetition_do_not_matter()
    {
        var detector = new RuleSet(DefaultRules.All, []);
        var cases =
            from history in AnyHistory
            from shuffled in Gen.Shuffle(history.Concat(history.Take(history.Length / 2)).ToArray())
            select (history, shuffled);

        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var first = detector.Detect(Core.Timelines.Timeline.Of(Ann, sample.history), Now);
            var second = detector.Detect(Core.Timelines.Timeline.Of(Ann, sample.shuffled), Now);
            return first.RecheckAt == second.RecheckAt && first.Moments.SequenceEqual(second.Moments);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    private static string Day(int offset) => DateOnly.Parse("2026-11-21").AddDays(offset).ToString("yyyy-MM-dd");
}
