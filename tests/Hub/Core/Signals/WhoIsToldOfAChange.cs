using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Telling;

namespace IntegrationHub.Core.Tests.Signals;

public class WhoIsToldOfAChange
{
    private static readonly ChosenPartner Ocmw = new("ocmw-gent", "inbox-ocmw", "mw-7", "known-case-worker");
    private static readonly ChosenPartner Caw = new("caw-ov", "inbox-caw", null, "municipality");
    private static readonly MomentOfSignal JobLost = new(Guid.NewGuid(), [Ocmw, Caw]);
    private static readonly MomentOfSignal Eviction = new(Guid.NewGuid(), [Ocmw]);

    [Fact]
    public void Whoever_has_it_and_sees_the_new_moment_gets_an_update_and_nobody_else()
    {
        var telling = SignalTelling.Of([JobLost, Eviction], [Eviction], [Has(Ocmw), Has(Caw)]);

        telling.Tell.ShouldBe([(TellingKind.Updated, Ocmw)]);
        telling.Cancel.ShouldBeEmpty();
    }

    [Fact]
    public void A_partner_that_the_new_moment_brings_gets_the_signal_as_new() =>
        SignalTelling.Of([Eviction, JobLost], [JobLost], [Has(Ocmw)]).Tell.ShouldBe([(TellingKind.Updated, Ocmw), (TellingKind.Issued, Caw)], ignoreOrder: true);

    [Fact]
    public void What_waits_untried_tells_it_all_by_itself() => SignalTelling.Of([JobLost, Eviction], [Eviction], [new Holder(Ocmw, Has: false, Waits: true)]).Tell.ShouldBeEmpty();

    [Fact]
    public void When_the_last_moment_goes_everybody_who_has_it_has_it_withdrawn_and_what_waits_is_not_made()
    {
        var telling = SignalTelling.Of([], [JobLost], [Has(Ocmw), new Holder(Caw, Has: false, Waits: true)]);

        telling.Tell.ShouldBe([(TellingKind.Withdrawn, Ocmw)]);
        telling.Cancel.ShouldContain("caw-ov");
    }

    [Fact]
    public void Who_sees_nothing_in_it_any_more_has_it_withdrawn_while_the_others_get_an_update() =>
        SignalTelling.Of([Eviction], [JobLost], [Has(Ocmw), Has(Caw)]).Tell.ShouldBe([(TellingKind.Withdrawn, Caw), (TellingKind.Updated, Ocmw)]);

    [Fact]
    public void Who_had_it_withdrawn_gets_it_as_new_when_something_stands_again() =>
        SignalTelling.Of([Eviction, JobLost], [JobLost], [Has(Ocmw), new Holder(Caw, Has: false, Waits: false)]).Tell
            .ShouldBe([(TellingKind.Updated, Ocmw), (TellingKind.Issued, Caw)], ignoreOrder: true);

    [Fact]
    public void A_change_that_nobody_of_them_sees_is_told_to_nobody() => SignalTelling.Of([JobLost, Eviction], [new MomentOfSignal(Guid.NewGuid(), [])], [Has(Ocmw), Has(Caw)]).Tell.ShouldBeEmpty();

    private static Holder Has(ChosenPartner partner) => new(partner, Has: true, Waits: false);
}
