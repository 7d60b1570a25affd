using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Tests.Given;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Tests.Detection;

/// <summary>What holds of every history under any rules: 10,000 histories of every contract, with households.</summary>
public abstract class WhateverHappens
{
    private const int Cases = 10_000;
    private static readonly DateTimeOffset Now = AnyHistory.Now;

    /// <summary>The rules, in turn.</summary>
    protected abstract IReadOnlyList<RuleSet> RuleSets { get; }

    [Fact]
    public void The_order_in_which_facts_arrive_and_how_often_does_not_matter() => ForEach((random, rules, history) =>
    {
        var facts = history.Facts(14);
        var mixed = facts.Concat(facts.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(mixed);

        var expected = Detect(rules, facts);
        Same(Detect(rules, mixed), expected);
        return expected.Values.Sum(finding => finding.Moments.Count);
    });

    [Fact]
    public void Facts_that_arrive_in_batches_give_what_all_of_them_give() => ForEach((random, rules, history) =>
    {
        var facts = history.Facts(10).ToArray();
        random.Shuffle(facts);
        var journal = new List<Fact>();
        var kept = AnyHistory.People.ToDictionary(person => person, _ => Finding.Nothing);
        for (var from = 0; from < facts.Length;)
        {
            var batch = facts.Skip(from).Take(random.Next(1, 6)).ToList();
            from += batch.Count;
            journal.AddRange(batch);
            var found = Detect(rules, journal);
            foreach (var citizen in Touched(batch, journal))
                kept[citizen] = found[citizen];
        }

        Same(kept, Detect(rules, facts));
        return kept.Values.Sum(finding => finding.Moments.Count);
    });

    [Fact]
    public void A_fact_that_comes_and_is_withdrawn_leaves_what_was_before() => ForEach((random, rules, history) =>
    {
        var facts = history.Facts(10);
        var expected = Detect(rules, facts);
        var changed = 0;
        for (var i = 0; i < 3; i++)
        {
            var added = history.Record(history.Content);
            var last = added[^1];
            var with = facts.Concat(added).ToList();
            changed += Detect(rules, with).Any(pair => !pair.Value.Moments.SequenceEqual(expected[pair.Key].Moments)) ? 1 : 0;
            var undone = new FactWithdrawn { Contract = "any", OccurredAt = last.OccurredAt } with
            {
                Citizen = last.Citizen, Source = last.Source, RecordId = last.RecordId, FactKey = last.FactKey, Revision = last.Revision + 1, KnownAt = Now,
            };
            Fact[] all = [.. with, undone];
            random.Shuffle(all);
            Same(Detect(rules, all), expected);
        }

        return changed;
    });

    [Fact]
    public void Two_references_that_turn_out_to_be_one_person_give_what_one_from_the_start_gives() => ForEach((random, rules, history) =>
    {
        var facts = history.Facts(10);
        var (one, other) = (AnyHistory.People[0], new CitizenRef(Guid.NewGuid()));
        var apart = Apart(facts, one, other, random);
        var merged = apart.Select(fact => Renamed(fact, citizen => citizen == other ? one : citizen)).ToArray();
        random.Shuffle(merged);

        var expected = Detect(rules, facts);
        Same(Detect(rules, merged), expected);
        return expected[one].Moments.Count;
    });

    [Fact]
    public void Until_the_time_to_look_again_nothing_changes() => ForEach((random, rules, history) =>
    {
        var facts = history.Facts(10);
        var changes = 0;
        foreach (var timeline in Timelines(facts).Values)
        {
            var now = Now.AddDays(-random.Next(60));
            var finding = rules.Detect(timeline, now);
            var end = finding.RecheckAt ?? now.AddYears(40);
            end.ShouldBeGreaterThan(now);
            foreach (var later in new[] { now.AddTicks(1), now + ((end - now) * random.NextDouble()), end.AddTicks(-1) }.Where(later => later < end))
                rules.Detect(timeline, later).Moments.ShouldBe(finding.Moments);
            changes += finding.RecheckAt is { } at && !rules.Detect(timeline, at).Moments.SequenceEqual(finding.Moments) ? 1 : 0;
        }

        return changes;
    });

    [Fact]
    public void What_tells_who_lives_together_holds_who_says_so() => ForEach((_, rules, history) =>
    {
        var found = Detect(rules, history.Facts(14)).Values.SelectMany(finding => finding.Moments).ToList();
        found.FindAll(moment => MomentGate.LacksHousehold(moment, rules.Find(moment.Rule))).ShouldBeEmpty();
        return found.Count;
    });

    [Fact]
    public void What_is_explained_to_fire_is_what_is_found() => ForEach((_, rules, history) =>
    {
        var facts = history.Facts(10);
        var found = 0;
        foreach (var timeline in Timelines(facts).Values)
        {
            var explained = rules.Explain(timeline, Now);
            var moments = rules.Detect(timeline, Now).Moments;
            explained.Select(explanation => explanation.Rule).ShouldBe(rules.Rules);
            explained.SelectMany(explanation => explanation.Candidates).Select(candidate => candidate.Moment).OfType<Moment>().ShouldBe(moments, ignoreOrder: true);
            explained.ShouldAllBe(explanation => (explanation.Reason == null) == (explanation.Candidates.Count > 0));
            explained.SelectMany(explanation => explanation.Candidates).ShouldAllBe(candidate => (candidate.Moment == null) == (candidate.Reasons.Count > 0));
            found += moments.Count;
        }

        return found;
    });

    [Fact]
    public void Nothing_of_who_left_or_hides_reaches_the_case_worker_of_who_stayed() => ForEach((random, rules, history) =>
    {
        var facts = history.Facts(14);
        if (random.Next(2) == 0)
            facts.AddRange(history.Record((_, _) => history.Flag()));
        var told = 0;
        foreach (var (citizen, finding) in Detect(rules, facts))
        {
            foreach (var moment in finding.Moments)
            {
                // Who lives together is not told by these: a ground is asked for them.
                foreach (var ground in moment.Grounds.Where(ground => ground.OneOf is null))
                {
                    var fact = facts.Where(fact => (fact.Source, fact.RecordId, fact.FactKey) == (ground.Fact.Source, ground.Fact.RecordId, ground.Fact.FactKey)).MaxBy(fact => (fact.Revision, fact is not FactWithdrawn))!;
                    if (fact.Citizen == citizen)
                        continue;
                    TogetherByHand.MayHear(facts, citizen, fact.Citizen, moment.OccurredAt, Now).ShouldBeTrue(ground.ToString());
                    told++;
                }
            }
        }

        return told;
    }, atLeast: Cases / 100);

    /// <summary>Runs a property over many histories; each returns how much it saw, so that a generator that brings nothing about is noticed.</summary>
    private void ForEach(Func<Random, RuleSet, AnyHistory, int> holds, int atLeast = Cases / 10)
    {
        var seen = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            try
            {
                seen += holds(random, RuleSets[seed % RuleSets.Count], new AnyHistory(random));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}.", exception);
            }
        }

        seen.ShouldBeGreaterThan(atLeast);
    }

    private static Dictionary<CitizenRef, Timeline> Timelines(IEnumerable<Fact> facts)
    {
        var byCitizen = facts.GroupBy(fact => fact.Citizen).ToDictionary(group => group.Key, group => (IReadOnlyList<Fact>)[.. group]);
        var neighbourhood = new Neighbourhood(byCitizen);
        return AnyHistory.People.ToDictionary(person => person, neighbourhood.Of);
    }

    private static Dictionary<CitizenRef, Finding> Detect(RuleSet rules, IEnumerable<Fact> facts) => Timelines(facts).ToDictionary(pair => pair.Key, pair => rules.Detect(pair.Value, Now));

    private static void Same(Dictionary<CitizenRef, Finding> found, Dictionary<CitizenRef, Finding> expected)
    {
        foreach (var person in AnyHistory.People)
        {
            found[person].Moments.ShouldBe(expected[person].Moments);
            found[person].RecheckAt.ShouldBe(expected[person].RecheckAt);
        }
    }

    /// <summary>Whom a batch is about, who ever shared a household with them, and who ever did with these: with whom somebody lives is told by what any register says of either.</summary>
    private static HashSet<CitizenRef> Touched(List<Fact> batch, List<Fact> journal)
    {
        var mates = Households.MatesIn(journal);
        var touched = batch.SelectMany(fact => fact.OtherCitizens().Append(fact.Citizen)).ToHashSet();
        for (var step = 0; step < 2; step++)
            touched.UnionWith(touched.SelectMany(citizen => mates.GetValueOrDefault(citizen) ?? (IEnumerable<CitizenRef>)[]).ToList());
        return touched;
    }

    /// <summary>The same history had the hub known one person by two references: a record that changes hands is withdrawn from the first, as the intake does.</summary>
    private static List<Fact> Apart(List<Fact> facts, CitizenRef one, CitizenRef other, Random random)
    {
        var apart = new List<Fact>();
        foreach (var record in facts.GroupBy(fact => (fact.Source, fact.RecordId, fact.FactKey)))
        {
            CitizenRef? before = null;
            foreach (var version in record.OrderBy(fact => (fact.Revision, fact is not FactWithdrawn)))
            {
                var hands = version is FactWithdrawn && before is { } held && version.Citizen == one ? held : random.Next(2) == 0 ? one : other;
                var now = Renamed(version, citizen => citizen == one ? (citizen == version.Citizen ? hands : random.Next(2) == 0 ? one : other) : citizen) with { Citizen = version.Citizen == one ? hands : version.Citizen };
                if (before is { } first && version is not FactWithdrawn && version.Citizen == one && first != hands)
                    apart.Add(new FactWithdrawn { Contract = "any", OccurredAt = version.OccurredAt } with { Citizen = first, Source = version.Source, RecordId = version.RecordId, FactKey = version.FactKey, Revision = version.Revision, KnownAt = version.KnownAt });
                apart.Add(now);
                before = version.Citizen == one && version is not FactWithdrawn ? hands : null;
            }
        }

        return apart;
    }

    private static Fact Renamed(Fact fact, Func<CitizenRef, CitizenRef> name) =>
        fact.WithCitizens(name(fact.Citizen), [.. fact.OtherCitizens().Select(name)]);
}
