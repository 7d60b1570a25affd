using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Tests.Given;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Detection;

public class WhoStaysInASignal
{
    private static readonly Partner Ocmw = new("ocmw-gent", PartnerRole.Ocmw, new HashSet<NisCode> { NisCode.Parse("44021") }, new HashSet<string>(), "inbox");
    private readonly AKeptHub hub = new(new DetectionDecision(new RuleSet(DefaultRules.All, [Ocmw]), new Router([Ocmw]), new LegalGate(
    [
        new Authorisation(
            "a1", "magda", Purpose.ProactiveHelp, new HashSet<string> { "ocmw-gent" }, new HashSet<string> { "employment-ended", "household-changed" }, new HashSet<string>(), "B 1", new DateOnly(2026, 1, 1), null),
    ])));

    public WhoStaysInASignal()
    {
        hub.Learn(Now, Lives(Ann), Lives(Bram), ARule.Household("h", "2026-01-01", Ann, Ann, Bram));
        hub.Learn(Now, Job(Ann, "2026-11-17"));
        hub.Learn(Now, Job(Bram, "2026-11-18"));
        hub.Standing.Select(moment => moment.SignalId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Is_who_came_first_when_the_other_moves_to_an_address_that_nobody_may_know()
    {
        var signal = Of(Ann).SignalId;

        var outcome = hub.Learn(Now, ARule.Circumstance("flag", "2026-11-19", "opvangadres", citizen: Bram));

        outcome.Left.ShouldHaveSingleItem().ShouldSatisfyAllConditions(left => left.Id.ShouldBe(Of(Bram).Id), left => left.SignalId.ShouldBe(signal));
        outcome.Signals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            own => own.MomentId.ShouldBe(Of(Bram).Id), own => own.Joins.ShouldBeFalse(), own => own.Deliveries.ShouldHaveSingleItem().Recipient.ShouldBe("ocmw-gent"));
        Of(Ann).SignalId.ShouldBe(signal);
        Of(Bram).SignalId.ShouldNotBe(signal);
    }

    [Fact]
    public void Is_nobody_who_turns_out_to_be_a_child()
    {
        hub.Learn(Now, Lives(Bram, born: 2012, revision: 2));

        Of(Bram).SignalId.ShouldNotBe(Of(Ann).SignalId);
    }

    [Fact]
    public void Is_who_is_left_when_the_moment_of_who_came_first_loses_its_ground_as_they_part()
    {
        var signal = Of(Ann).SignalId;

        hub.Learn(Now, Withdrawn(Job(Ann, "2026-11-17")), ARule.Household("h2", "2026-11-20", Bram, Bram)).Left.ShouldBeEmpty();

        Of(Bram).SignalId.ShouldBe(signal);
    }

    private static EmploymentEnded Job(CitizenRef who, string day) => JobEnds("a", day).As("job-" + who.Value.ToString()[..1], "a/end", citizen: who);

    private static PersonChanged Lives(CitizenRef who, int born = 1980, int revision = 1) =>
        new PersonChanged { OccurredAt = At("2026-01-01"), Municipality = NisCode.Parse("44021"), BornOn = new DateOnly(born, 1, 1) }.As("person-" + who.Value.ToString()[..1], "person", revision, citizen: who);

    private StoredMoment Of(CitizenRef citizen) => hub.Standing.Single(moment => moment.Moment.Citizen == citizen && moment.Moment.Code == "ontslag");
}
