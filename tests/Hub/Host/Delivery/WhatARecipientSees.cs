using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Delivery;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Delivery;

public class WhatARecipientSees
{
    private static readonly DateTimeOffset Now = BelgianTime.StartOf(new DateOnly(2026, 11, 21));
    private static readonly CitizenRef Ann = CitizenRef.New();
    private static readonly CitizenRef Bram = CitizenRef.New();
    private static readonly Insz Insz = Insz.Parse("85673003360");

    private static readonly EmploymentEnded Ended = new()
    {
        Citizen = Ann, Source = "magda", RecordId = "r1", FactKey = "a/end", Employment = "a", EndedOn = new DateOnly(2026, 11, 18), OccurredAt = Now.AddDays(-3), KnownAt = Now.AddDays(-1),
    };

    private static readonly PersonChanged Person = new()
    {
        Citizen = Ann, Source = "ocmw-gent", RecordId = "d1", FactKey = "person", OccurredAt = Now.AddYears(-1), Municipality = NisCode.Parse("44021"),
    };

    [Fact]
    public void Is_nothing_without_a_ground()
    {
        new SignalContent(Rules, Rights, new LegalGate([Ground("ocmw-gent", "person-changed", DisclosedFields.Insz)]), [Ocmw]).Refusal(Delivery(false), Now)
            .ShouldBe("No authorisation names employment-ended of source magda for ocmw-gent.");
    }

    [Fact]
    public void Is_only_the_fields_that_the_ground_of_that_very_source_names()
    {
        var (signal, disclosure) = Build(
            Ground("magda", "employment-ended", DisclosedFields.Insz, DisclosedFields.OccurredAt),
            Ground("ocmw-gent", "person-changed", DisclosedFields.Name, DisclosedFields.Municipality));

        signal.Insz.ShouldBe(Insz);
        signal.OccurredAt.ShouldBe(Ended.OccurredAt);
        signal.KnownAt.ShouldBeNull();
        signal.Sources.ShouldBeEmpty();
        signal.Municipality.ShouldBe(NisCode.Parse("44021"));
        signal.Person.ShouldBe(new PersonDetails { FamilyName = "Janssens", GivenNames = "Ann" });
        disclosure.Fields.ShouldBe(["insz", "moment", "municipality", "name", "occurredAt"]);
        signal.LegalBasis.ShouldBe("B magda, B ocmw-gent");
        (disclosure.LegalBasis, disclosure.Source, disclosure.Purpose).ShouldBe(("B magda, B ocmw-gent", "magda,ocmw-gent", "proactive-help"));
        disclosure.Ground.ShouldBe("B magda (a-magda), B ocmw-gent (a-ocmw-gent)");
    }

    [Fact]
    public void Tells_who_nobody_is_when_no_ground_names_a_person()
    {
        var signal = Build(Ground("magda", "employment-ended", DisclosedFields.OccurredAt)).Signal;

        signal.Insz.ShouldBeNull();
        signal.Person.ShouldBeNull();
        signal.Municipality.ShouldBeNull();
    }

    [Fact]
    public void Of_a_withdrawal_is_why_and_no_rights()
    {
        var signal = Build(isWithdrawal: true, Ground("magda", "employment-ended", DisclosedFields.Insz)).Signal;

        signal.Kind.ShouldBe(SignalKind.Withdrawn);
        signal.Text["nl"].ShouldContain("geldt niet meer");
        signal.RightsToExplore.ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_withdrawal_after_the_ground_lapsed_is_that_it_is_withdrawn_and_nothing_else()
    {
        new SignalContent(Rules, Rights, new LegalGate([]), [Ocmw]).Refusal(Delivery(isWithdrawal: true), Now).ShouldBeNull();
        var (signal, disclosure) = Build(isWithdrawal: true);

        signal.Kind.ShouldBe(SignalKind.Withdrawn);
        signal.Insz.ShouldBeNull();
        disclosure.Fields.ShouldBeEmpty();
    }

    [Fact]
    public void Of_several_moments_are_those_it_was_chosen_for_with_all_their_sources()
    {
        var second = OnTheEnd with { Anchor = new FactIdentity("dimona", "r9", "end"), KnownAt = Now };
        var delivery = Delivery(false) with { Moments = [Stored(OnTheEnd), Stored(second), Stored(OnTheEnd with { Rule = "ziekenhuisontslag", Code = "ziekenhuisontslag" }, "caw-ov")] };

        var signal = Build(delivery, Ground("magda", "employment-ended", DisclosedFields.Source), Ground("dimona", "employment-ended", DisclosedFields.Source, DisclosedFields.KnownAt));

        signal.Moments.Select(moment => (moment.Code, moment.KnownAt)).ShouldBe([("ontslag", null), ("ontslag", Now)]);
        signal.Sources.ShouldBe(["magda", "dimona"]);
        signal.LegalBasis.ShouldBe("B dimona, B magda");
    }

    [Fact]
    public void Of_a_moment_that_rests_on_several_sources_is_nothing_without_a_ground_for_each_of_them()
    {
        var benefit = new Ground(GroundRole.And, new FactIdentity("cm", "b1", "granted"), "benefit-granted", Now, Now);
        var anchor = new Ground(GroundRole.When, OnTheEnd.Anchor, "employment-ended", Now, Now);
        var delivery = Delivery(false) with { Moments = [Stored(OnTheEnd with { Grounds = [anchor, benefit] })] };
        var ended = Ground("magda", "employment-ended", DisclosedFields.OccurredAt);

        Content(ended).Refusal(delivery, Now).ShouldBe("No authorisation names benefit-granted of source cm for ocmw-gent.");
        Content(ended, Ground("cm", "benefit-granted") with { ValidUntil = new DateOnly(2026, 11, 20) }).Refusal(delivery, Now).ShouldBe("The authorisation a-cm for ocmw-gent holds no more since 2026-11-21.");
        var (signal, disclosure) = Content(ended, Ground("cm", "benefit-granted")).Build(delivery, [], Now);
        signal.LegalBasis.ShouldBe("B cm, B magda");
        disclosure.Ground.ShouldBe("B cm (a-cm), B magda (a-magda)");
    }

    [Fact]
    public void Of_several_moments_are_those_alone_that_the_gate_allows_and_the_others_are_withheld_with_the_reason()
    {
        var second = OnTheEnd with { Citizen = CitizenRef.New(), Anchor = new FactIdentity("dimona", "r9", "end") };
        var delivery = Delivery(false) with { Moments = [Stored(OnTheEnd), Stored(second)] };
        var lapsed = Ground("dimona", "employment-ended", DisclosedFields.Source) with { ValidUntil = new DateOnly(2026, 11, 1) };

        var (signal, disclosure) = Content(Ground("magda", "employment-ended", DisclosedFields.Source), lapsed).Build(delivery, [], Now);

        signal.Moments.ShouldHaveSingleItem().Sources.ShouldBe(["magda"]);
        disclosure.Others.ShouldBeEmpty();
        var withheld = disclosure.Withheld.ShouldHaveSingleItem();
        (withheld.Citizen, withheld.Reason, withheld.Purpose, withheld.Ground).ShouldBe(
            (second.Citizen, "The authorisation a-dimona for ocmw-gent holds no more since 2026-11-02.", "proactive-help", "B dimona (a-dimona)"));
    }

    [Fact]
    public void Of_a_moment_that_another_in_the_household_made_is_nothing_without_a_ground_for_who_says_that_they_live_together()
    {
        var rules = new RuleSet([DefaultRules.All[0] with { When = DefaultRules.All[0].When with { Of = Whose.Household } }], []);
        var anchor = new Ground(GroundRole.When, OnTheEnd.Anchor, "employment-ended", Now, Now);
        Ground Says(string source) => new(GroundRole.Household, new FactIdentity(source, "h", "household"), "household-changed", Now, Now) { OneOf = 0 };
        var delivery = Delivery(false) with { Moments = [Stored(OnTheEnd with { Grounds = [anchor, Says("register"), Says("files")] })] };
        SignalContent Content(params Authorisation[] grounds) => new(rules, Rights, new LegalGate(grounds), [Ocmw]);
        var ended = Ground("magda", "employment-ended", DisclosedFields.OccurredAt);

        Content(ended).Refusal(delivery, Now).ShouldBe("No authorisation names household-changed of source register for ocmw-gent.");
        Content(ended, Ground("register", "household-changed") with { ValidUntil = new DateOnly(2026, 11, 20) }).Refusal(delivery, Now).ShouldBe("The authorisation a-register for ocmw-gent holds no more since 2026-11-21.");
        var (signal, disclosure) = Content(ended, Ground("files", "household-changed")).Build(delivery, [], Now);
        signal.LegalBasis.ShouldBe("B files, B magda");
        (disclosure.Source, disclosure.Ground).ShouldBe(("files,magda", "B files (a-files), B magda (a-magda)"));
        disclosure.Fields.ShouldBe(["household", "moment", "occurredAt"]);
    }

    [Fact]
    public void Says_not_until_when_it_is_of_use_to_who_may_not_know_when_it_happened()
    {
        var delivery = Delivery(false) with { Moments = [Stored(OnTheEnd with { ExpiresAt = Now.AddDays(57) })] };

        Build(delivery, Ground("magda", "employment-ended", DisclosedFields.OccurredAt)).ExpiresAt.ShouldBe(Now.AddDays(57).ToUniversalTime());
        Build(delivery, Ground("magda", "employment-ended", DisclosedFields.KnownAt)).ExpiresAt.ShouldBeNull();
    }

    [Fact]
    public async Task Of_somebody_else_in_the_household_is_what_happened_and_not_who_she_is()
    {
        var (signal, disclosure) = await BuildOfTwo("register", Ground("magda", "employment-ended", DisclosedFields.Insz), Ground("register", "household-changed"));

        signal.Citizen.ShouldBe(Ann);
        signal.Moments.Select(moment => moment.IsOfHouseholdMember).ShouldBe([false, true]);
        signal.LegalBasis.ShouldBe("B magda, B register", "that they live together is told on a ground of its own");
        var other = disclosure.Others.ShouldHaveSingleItem();
        (other.Citizen, other.Source, other.Ground).ShouldBe((Bram, "magda,register", "B magda (a-magda), B register (a-register)"));
        other.Fields.ShouldBe(["household", "moment"]);
    }

    [Fact]
    public async Task Of_somebody_else_in_the_household_is_nothing_once_no_ground_holds_for_who_says_that_they_live_together()
    {
        var ended = Ground("magda", "employment-ended", DisclosedFields.Insz);

        var (signal, disclosure) = await BuildOfTwo("register", ended);
        signal.Moments.ShouldHaveSingleItem().IsOfHouseholdMember.ShouldBeFalse();
        disclosure.Others.ShouldBeEmpty();
        var withheld = disclosure.Withheld.ShouldHaveSingleItem();
        (withheld.Citizen, withheld.Source, withheld.Reason).ShouldBe((Bram, "register", "No authorisation names household-changed of source register for ocmw-gent."));

        var (_, lapsed) = await BuildOfTwo("register", ended, Ground("register", "household-changed") with { ValidUntil = new DateOnly(2026, 11, 20) });
        lapsed.Withheld.ShouldHaveSingleItem().Reason.ShouldBe("The authorisation a-register for ocmw-gent holds no more since 2026-11-21.");
        var (_, unsaid) = await BuildOfTwo(null, ended, Ground("register", "household-changed"));
        unsaid.Withheld.ShouldHaveSingleItem().Reason.ShouldBe("No source says that they live together.");
    }

    [Fact]
    public async Task Of_several_moments_of_one_person_asks_nothing_of_her_household()
    {
        var store = Substitute.For<IDeliveryStore>();
        var delivery = Delivery(false) with { Moments = [Stored(OnTheEnd), Stored(OnTheEnd with { Anchor = new FactIdentity("magda", "r9", "end") })] };

        (await Content(Ground("magda", "employment-ended")).BuildAsync(delivery, store, Now, TestContext.Current.CancellationToken)).Signal.Moments.Count.ShouldBe(2);
        await store.DidNotReceiveWithAnyArgs().NearbyFactsAsync(default, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Is_about_whom_it_was_chosen_for_when_the_first_moment_is_not_for_it()
    {
        var bram = CitizenRef.New();
        var delivery = Delivery(false) with { Moments = [Stored(OnTheEnd, "caw-ov"), Stored(OnTheEnd with { Citizen = bram })] };

        var signal = Build(delivery, Ground("magda", "employment-ended", DisclosedFields.Insz));

        signal.Citizen.ShouldBe(bram);
        signal.Moments.ShouldHaveSingleItem().IsOfHouseholdMember.ShouldBeFalse();
    }

    [Fact]
    public void Is_nothing_of_a_rule_that_names_its_role_no_more_or_is_gone()
    {
        var caw = new Partner("ocmw-gent", PartnerRole.Dmw, new HashSet<NisCode>(), new HashSet<string>(), "inbox");
        var gate = new LegalGate([Ground("magda", "employment-ended", DisclosedFields.Insz)]);

        new SignalContent(Rules, Rights, gate, [caw]).Refusal(Delivery(false), Now).ShouldBe("The rule ontslag names no partner of the role dmw.");
        new SignalContent(new RuleSet([], []), Rights, gate, [Ocmw]).Refusal(Delivery(false), Now).ShouldBe("The rule ontslag, which found it, is no longer configured.");
    }

    [Fact]
    public void Is_nothing_that_is_about_somebody_else_on_the_ground_that_it_has_a_file_open_for_her()
    {
        var rules = new RuleSet([DefaultRules.All[0] with { When = DefaultRules.All[0].When with { Of = Whose.Household } }], []);
        var gate = new LegalGate([Ground("magda", "employment-ended", DisclosedFields.OccurredAt) with { Purpose = Purpose.ContinuedSupport }]);
        var known = new ChosenPartner("ocmw-gent", "inbox", "mw-7", Recipient.KnownCaseWorker);
        var delivery = Delivery(false) with { Moments = [Stored(OnTheEnd) with { Chosen = [known] }], Reason = known.Reason };

        new SignalContent(Rules, Rights, gate, [Ocmw]).Refusal(delivery, Now).ShouldBeNull();
        new SignalContent(rules, Rights, gate, [Ocmw]).Refusal(delivery, Now).ShouldBe("employment-ended of source magda may go to ocmw-gent for continued support only, and ocmw-gent has no file open for this citizen.");
        new SignalContent(rules, Rights, gate, [Ocmw]).Build(delivery with { Kind = TellingKind.Withdrawn }, [], Now).Signal.OccurredAt.ShouldBeNull();
    }

    [Fact]
    public void After_it_expired_is_nothing_but_a_withdrawal()
    {
        SignalContent.IsExpired(Delivery(false) with { ExpiresAt = Now }, Now).ShouldBeTrue();
        SignalContent.IsExpired(Delivery(false) with { ExpiresAt = Now.AddSeconds(1) }, Now).ShouldBeFalse();
        SignalContent.IsExpired(Delivery(true) with { ExpiresAt = Now }, Now).ShouldBeFalse();
    }

    [Fact]
    public void After_all_that_it_sees_expired_is_nothing_though_others_see_more()
    {
        var early = Stored(OnTheEnd with { ExpiresAt = Now });
        var ofOthers = Stored(OnTheEnd with { ExpiresAt = Now.AddDays(9) }, "caw-ov");
        var late = Stored(OnTheEnd with { ExpiresAt = Now.AddDays(9) });
        var delivery = Delivery(false) with { ExpiresAt = Now.AddDays(9) };

        SignalContent.IsExpired(delivery with { Moments = [early, ofOthers] }, Now).ShouldBeTrue();
        SignalContent.IsExpired(delivery with { Moments = [early, ofOthers, late] }, Now).ShouldBeFalse();
        SignalContent.IsExpired(delivery with { Kind = TellingKind.Withdrawn, Moments = [early] }, Now).ShouldBeFalse();
    }

    /// <summary>The signal of a job that Ann lost and one that Bram lost, of whom a source says that they live together, or none does.</summary>
    private static async Task<(SignalReady Signal, Disclosure Disclosure)> BuildOfTwo(string? together, params Authorisation[] grounds)
    {
        var token = TestContext.Current.CancellationToken;
        var store = Substitute.For<IDeliveryStore>();
        var household = new HouseholdChanged
        {
            Citizen = Ann, Source = together ?? "", RecordId = "h1", FactKey = "household", OccurredAt = Now.AddYears(-1), KnownAt = Now.AddYears(-1), Members = [new HouseholdMember { Citizen = Bram }],
        };
        store.NearbyFactsAsync(Ann, token).Returns(new NearbyFacts(Ann, new Dictionary<CitizenRef, IReadOnlyList<Fact>> { [Ann] = together is null ? [] : [household] }));
        store.OpenFactsAsync(Ann, Arg.Any<Func<Fact, bool>>(), token).Returns([]);
        return await Content(grounds).BuildAsync(Delivery(false) with { Moments = [Stored(OnTheEnd), Stored(OnTheEnd with { Citizen = Bram })] }, store, Now, token);
    }

    private static SignalContent Content(params Authorisation[] grounds) => new(Rules, Rights, new LegalGate(grounds), [Ocmw]);

    private static SignalReady Build(DueDelivery delivery, params Authorisation[] grounds) => new SignalContent(Rules, Rights, new LegalGate(grounds), [Ocmw]).Build(delivery, [], Now).Signal;

    private static (SignalReady Signal, Disclosure Disclosure) Build(params Authorisation[] grounds) => Build(false, grounds);

    private static (SignalReady Signal, Disclosure Disclosure) Build(bool isWithdrawal, params Authorisation[] grounds)
    {
        IReadOnlyList<OpenedFact> facts =
        [
            new(Ended, SealedPerson.Write(Insz, null, DisclosedFields.All)),
            new(Person, SealedPerson.Write(Insz, new PersonDetails { FamilyName = "Janssens", GivenNames = "Ann", Street = "Dampoortstraat 88" }, DisclosedFields.All)),
        ];
        return new SignalContent(Rules, Rights, new LegalGate(grounds), [Ocmw]).Build(Delivery(isWithdrawal), facts, Now);
    }

    private static readonly Partner Ocmw = new("ocmw-gent", PartnerRole.Ocmw, new HashSet<NisCode>(), new HashSet<string>(), "inbox");

    private static readonly RuleSet Rules = new(DefaultRules.All, []);

    private static readonly RightSet Rights = new([], []);

    private static readonly Moment OnTheEnd = new(
        "ontslag", "ontslag", Ended.Citizen, new FactIdentity(Ended.Source, Ended.RecordId, Ended.FactKey), "employment-ended", Ended.OccurredAt, Ended.KnownAt);

    private static DueDelivery Delivery(bool isWithdrawal) =>
        new(Guid.NewGuid(), Guid.NewGuid(), isWithdrawal ? TellingKind.Withdrawn : TellingKind.Issued, [Stored(OnTheEnd)], "ocmw-gent", "inbox", null, "municipality", 1, Now);

    private static StoredMoment Stored(Moment moment, params string[] recipients) => new(Guid.NewGuid(), moment, IsWithdrawn: false)
    {
        Chosen = [.. recipients.DefaultIfEmpty("ocmw-gent").Select(recipient => new ChosenPartner(recipient, "inbox", null, "municipality"))],
    };

    private static Authorisation Ground(string source, string contract, params string[] fields) => new(
        $"a-{source}", source, Purpose.ProactiveHelp, new HashSet<string> { "ocmw-gent" }, new HashSet<string> { contract }, fields.ToHashSet(), $"B {source}", new DateOnly(2026, 1, 1), null);
}
