using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>Adds to the grounds of a moment what says who lives together: that a fact of somebody else makes a moment of hers tells it, and so does a rule that asks with whom she lives.</summary>
internal readonly struct HouseholdGrounds(Timeline timeline, List<Ground> grounds)
{
    public void Add(in Candidate candidate, List<Fact> and, TriggerTest trigger, PersonCondition who)
    {
        var added = new List<(CitizenRef Other, List<HouseholdChanged> Facts)>();
        AddOf(candidate.Fact, candidate.At, added);
        foreach (var fact in and)
            AddOf(fact, candidate.At, added);
        foreach (var fact in candidate.Counted ?? [])
            AddOf(fact, trigger.TimeOf(fact) ?? fact.OccurredAt, added);
        var next = added.Count;
        if (!who.AsksForHousehold)
            return;
        foreach (var facts in timeline.Together.FactsSaying(candidate.At))
            Add(GroundRole.Who, facts, next++);
    }

    private void AddOf(Fact fact, DateTimeOffset at, List<(CitizenRef Other, List<HouseholdChanged> Facts)> added)
    {
        if (fact.Citizen == timeline.Citizen)
            return;
        var facts = timeline.Together.FactsSaying(fact.Citizen, at);
        if (added.Exists(known => known.Other == fact.Citizen && known.Facts.SequenceEqual(facts)))
            return;
        Add(GroundRole.Household, facts, added.Count);
        added.Add((fact.Citizen, facts));
    }

    private void Add(GroundRole role, List<HouseholdChanged> facts, int number) => grounds.AddRange(facts.Select(fact => Ground.Of(role, fact) with { OneOf = number }));
}
