using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Signals;

public class TheRouter
{
    private static readonly Partner Ocmw = new("ocmw-gent", PartnerRole.Ocmw, new HashSet<NisCode> { NisCode.Parse("44021") }, new HashSet<string>(), "inbox");
    private static readonly Partner Caw = new("caw-ov", PartnerRole.Caw, new HashSet<NisCode> { NisCode.Parse("44021"), NisCode.Parse("44013") }, new HashSet<string>(), "inbox");
    private static readonly Partner Dmw = new("dmw-cm", PartnerRole.Dmw, new HashSet<NisCode>(), new HashSet<string> { "108" }, "inbox");
    private static readonly Router Router = new([Ocmw, Caw, Dmw]);
    private static readonly PartnerRole[] Everyone = [PartnerRole.Ocmw, PartnerRole.Caw, PartnerRole.Dmw];

    [Fact]
    public void Chooses_the_case_worker_who_already_helps_and_nobody_else()
    {
        var file = new SupportFileOpened { OccurredAt = At("2026-01-01"), File = "f", Partner = "ocmw-gent", Worker = "mw-7" }.As("f", "opened");

        Route(Person("2026-01-01", "44021"), file).ShouldBe([new Recipient(Ocmw, "mw-7", "known-case-worker")]);
    }

    [Fact]
    public void Chooses_by_municipality_when_nobody_helps_yet() =>
        Route(Person("2026-01-01", "44013")).ShouldBe([new Recipient(Caw, null, "municipality")]);

    [Fact]
    public void Chooses_a_ziekenfonds_by_membership_and_not_by_municipality()
    {
        var membership = new InsuranceMembershipChanged { OccurredAt = At("2025-01-01"), Mutuality = "108" }.As("m", "membership");

        Route(Person("2026-01-01", "11002"), membership).ShouldBe([new Recipient(Dmw, null, "mutuality")]);
    }

    [Fact]
    public void Chooses_by_the_last_municipality_for_who_was_struck_off_and_not_for_who_left_the_country()
    {
        var gone = new PersonChanged { OccurredAt = At("2026-03-01") }.As("person", "person", revision: 2);

        Route(Person("2026-01-01", "44013"), gone with { StruckOffOn = new DateOnly(2026, 3, 1) }).ShouldBe([new Recipient(Caw, null, "municipality")]);
        Route(Person("2026-01-01", "44013"), gone).ShouldBeEmpty();
    }

    [Fact]
    public void Chooses_nobody_when_nothing_is_known() => Route().ShouldBeEmpty();

    [Fact]
    public void Leaves_out_roles_that_the_moment_does_not_concern() =>
        Router.Route([PartnerRole.Caw], Timeline(Person("2026-01-01", "44021")), Now).Select(recipient => recipient.Partner).ShouldBe([Caw]);

    [Fact]
    public void Says_that_nothing_is_known_of_where_she_belongs() =>
        Router.WhyNobody(Everyone, Timeline(), Now).ShouldStartWith("No municipality and no ziekenfonds is known of this citizen");

    [Fact]
    public void Says_which_municipality_and_ziekenfonds_no_partner_serves()
    {
        var membership = new InsuranceMembershipChanged { OccurredAt = At("2025-01-01"), Mutuality = "306" }.As("m", "membership");

        Router.WhyNobody(Everyone, Timeline(Person("2026-01-01", "11002"), membership), Now)
            .ShouldBe("municipality 11002, ziekenfonds 306: no partner (ocmw or caw or dmw) in partnerships.json serves it, and none has a file open for this citizen.");
    }

    private static IReadOnlyList<Recipient> Route(params Fact[] facts) => Router.Route(Everyone, Timeline(facts), Now);
}
