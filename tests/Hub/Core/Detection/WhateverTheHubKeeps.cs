using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Tests.Given;

namespace IntegrationHub.Core.Tests.Detection;

/// <summary>
/// What holds of moments and signals at one time, in whatever order and batches the facts came: 10,000 histories under random rules and grounds, with the state kept between evaluations as the store keeps it.
/// Loads are left out: what they hold depends on when a fact came, and is meant to.
/// </summary>
public sealed class WhateverTheHubKeeps
{
    private const int Cases = 10_000;
    private static readonly DateTimeOffset Now = AnyHistory.Now;
    private static readonly RuleSet[] Sets = [.. Enumerable.Range(0, 100).Select(seed => new AnyRules(new Random(seed)).Set(8))];
    private static readonly DateOnly Adults = new(2008, 11, 21);
    private static readonly string Household = FactContract.NameOf<HouseholdChanged>();

    [Fact]
    public void The_outcomes_do_not_depend_on_the_order_and_no_signal_holds_who_may_not_share_one()
    {
        int signalled = 0, history = 0, silenced = 0, disputed = 0, shared = 0, unheard = 0, left = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            try
            {
                var random = new Random(seed);
                var gate = Grounds(random);
                var decision = new DetectionDecision(Sets[seed % Sets.Length], new Router(AnyRules.Partners), gate);
                var facts = Facts(random, [.. Sets[seed % Sets.Length].Rules.Select(rule => rule.Moment)]);
                var (atOnce, inBatches) = (new AKeptHub(decision), new AKeptHub(decision));
                atOnce.Learn(Now, facts);
                random.Shuffle(facts);
                for (var from = 0; from < facts.Length;)
                {
                    var batch = facts.Skip(from).Take(random.Next(1, 9)).ToList();
                    from += batch.Count;
                    left += inBatches.Learn(Now, batch).Left.Count;
                }

                // Only now: a record that moved to somebody else and its withdrawal of the first come apart here, and never in the journal.
                shared += Holds(inBatches, gate) + Holds(atOnce, gate);
                var told = atOnce.Standing.ToDictionary(Key);
                inBatches.Standing.Select(moment => (Key(moment), moment.Outcome)).ShouldBe(told.Select(one => (one.Key, one.Value.Outcome)), ignoreOrder: true);
                // Who was chosen stays chosen; what reached nobody is told as soon as somebody can be told.
                inBatches.Standing.Where(moment => moment.Chosen.Count == 0).ShouldAllBe(moment => told[Key(moment)].Chosen.Count == 0);
                told.Values.ShouldAllBe(moment => ObjectionsByHand.Allow(moment.Moment, moment.Outcome, atOnce.Journal, Now));
                // What comes twice changes nothing.
                var again = inBatches.Learn(Now, facts);
                again.Left.Count.ShouldBe(0);
                inBatches.Standing.Select(moment => (Key(moment), moment.Outcome)).ShouldBe(told.Select(one => (one.Key, one.Value.Outcome)), ignoreOrder: true);
                silenced += told.Values.Count(moment => moment.Outcome == MomentOutcome.Silenced);
                disputed += told.Values.Count(moment => moment.Outcome == MomentOutcome.Disputed);
                signalled += told.Values.Count(moment => moment.Outcome == MomentOutcome.Signalled);
                history += told.Values.Count(moment => moment.Outcome == MomentOutcome.History);
                unheard += told.Values.Count(moment => moment.Outcome == MomentOutcome.Signalled && moment.Chosen.Count == 0);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}.", exception);
            }
        }

        // A generator that brings none of it about is noticed.
        int[] seen = [signalled, history, silenced, disputed, shared, unheard, left];
        seen.ShouldAllBe(count => count > Cases / 500, $"signalled {signalled}, history {history}, silenced {silenced}, disputed {disputed}, shared {shared}, unheard {unheard}, left {left}");
    }

    /// <summary>Returns how many signals hold moments of several people.</summary>
    private static int Holds(AKeptHub hub, LegalGate gate)
    {
        var shared = 0;
        hub.Standing.ShouldAllBe(moment => (moment.SignalId != null) == (moment.Outcome == MomentOutcome.Signalled));
        foreach (var signal in hub.Standing.Where(moment => moment.SignalId is not null).GroupBy(moment => moment.SignalId))
        {
            var people = signal.Select(moment => moment.Moment.Citizen).Distinct().ToList();
            if (people.Count < 2)
                continue;
            shared++;
            people.ShouldAllBe(one => hub.Of(one).All<PersonChanged>().Any(person => person.BornOn <= Adults));
            foreach (var (one, other) in people.SelectMany(one => people.Where(other => one.CompareTo(other) < 0).Select(other => (one, other))))
                TogetherByHand.Live(hub.Journal, one, other, Now).ShouldBeTrue("they do not live together");
            foreach (var partner in AnyRules.Partners.Where(partner => signal.Where(moment => Sees(moment, partner)).Select(moment => moment.Moment.Citizen).Distinct().Count() > 1))
                hub.Journal.OfType<HouseholdChanged>().Any(said => gate.Decide(said.Source, Household, partner.Id, true, Now).IsAllowed).ShouldBeTrue("it may not know who lives together");
        }

        return shared;
    }

    /// <summary>What any records hold, and of most people that they are grown and live in Gent, together: else next to nothing is told, and nothing to several.</summary>
    private static Fact[] Facts(Random random, IReadOnlyList<string> moments)
    {
        var history = new AnyHistory(random);
        var facts = history.Facts(12);
        var source = history.One("magda", "ocmw");
        foreach (var person in AnyHistory.People.Where(_ => random.Next(4) > 0))
        {
            facts.Add(new PersonChanged
            {
                Citizen = person, Source = source, RecordId = $"person-{person}", FactKey = "person", Revision = 1, OccurredAt = Now.AddDays(-400), KnownAt = Now.AddDays(-300),
                BornOn = new DateOnly(1980, 1, 1), Municipality = NisCode.Parse("44021"),
            });
        }

        if (random.Next(2) == 0)
        {
            facts.Add(new HouseholdChanged
            {
                Citizen = AnyHistory.People[0], Source = source, RecordId = "household", FactKey = "household", Revision = 1, OccurredAt = Now.AddDays(-random.Next(10, 400)), KnownAt = Now.AddDays(-10),
                Members = [.. AnyHistory.People.Take(random.Next(2, 5)).Select(member => new HouseholdMember { Citizen = member })],
            });
        }

        for (var objections = random.Next(3); objections > 0; objections--)
            facts.AddRange(history.Record((_, _) => history.Objection(moments)));
        return [.. facts];
    }

    /// <summary>Most contracts of two sources may go to the partners; that people live together may be known by some ground, or none.</summary>
    private static LegalGate Grounds(Random random) => new(
    [
        .. from source in new[] { "magda", "ocmw", "cm" }
           from partner in AnyRules.Partners
           select new Authorisation(
               source, source, random.Next(5) == 0 ? Purpose.ContinuedSupport : Purpose.ProactiveHelp, new HashSet<string> { partner.Id },
               Core.Rules.Fields.FactFields.Contracts.Where(contract => random.Next(6) > 0).ToHashSet(), new HashSet<string>(), "B", new DateOnly(2026, 1, 1), null),
    ]);

    private static (string Rule, CitizenRef Citizen, FactIdentity Anchor) Key(StoredMoment moment) => (moment.Moment.Rule, moment.Moment.Citizen, moment.Moment.Anchor);

    private static bool Sees(StoredMoment moment, Partner partner) => moment.Chosen.Any(chosen => chosen.Partner == partner.Id);
}
