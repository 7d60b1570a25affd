using System.Text;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Host.Tests.Rights;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Tests.Delivery;

/// <summary>The gate between the rights that may apply and who reads them. The job of Ann ended three days ago.</summary>
public sealed class WhichRightsARecipientSees
{
    private static readonly Authorisation OnTheJob = Ground("magda", "employment-ended", DisclosedFields.OccurredAt, DisclosedFields.Source);

    [Fact]
    public void Are_told_with_what_a_case_worker_needs_and_the_fact_that_says_so()
    {
        var (signal, disclosure) = Show(new ALife().JobEnded(), ["werkloosheidsuitkering", "leefloon", "sociaal-tarief-energie"], OnTheJob);

        signal.RightsToExplore.ShouldBe(["werkloosheidsuitkering", "leefloon", "sociaal-tarief-energie"]);
        signal.Rights.Select(right => right.Id).ShouldBe(signal.RightsToExplore);
        var (benefit, wage, tariff) = (signal.Rights[0], signal.Rights[1], signal.Rights[2]);
        (benefit.Authority, benefit.Grant, benefit.Why!.Text["nl"], benefit.Why.OccurredAt, benefit.Why.Source).ShouldBe(("RVA", SignalRightGrant.OwnRequest, "Een job stopte", ALife.At(20), "magda"));
        benefit.Steps["nl"].ShouldNotBeEmpty();
        benefit.Link.ShouldStartWith("https://www.rva.be/");
        (wage.Why!.Text["nl"], wage.Why.OccurredAt).ShouldBe(("Iemand is zijn werk kwijt", ALife.At(3)), "the moment itself says so");
        (tariff.Grant, tariff.Why).ShouldBe((SignalRightGrant.Follows, null));
        tariff.Follows.ShouldBe(["leefloon"]);
        disclosure.Fields.ShouldBe(["moment", "occurredAt", "rights", "source"]);
        signal.LegalBasis.ShouldBe("B magda");
    }

    [Fact]
    public void Are_told_without_the_fact_where_its_day_is_hidden_and_without_the_source_where_that_is()
    {
        Show(new ALife().JobEnded(), ["werkloosheidsuitkering"], Ground("magda", "employment-ended")).Signal.Rights.ShouldHaveSingleItem().Why.ShouldBeNull();
        Show(new ALife().JobEnded(), ["werkloosheidsuitkering"], Ground("magda", "employment-ended", DisclosedFields.OccurredAt)).Signal.Rights.ShouldHaveSingleItem().Why!.Source.ShouldBeNull();
    }

    [Fact]
    public void Are_those_alone_that_a_fact_speaks_for_which_it_may_see()
    {
        var life = new ALife().JobEnded().Reported("invaliditeit");
        string[] named = ["zorgbudget", "tegemoetkoming-personen-met-een-handicap", "werkloosheidsuitkering"];

        Show(life, named, OnTheJob).Signal.RightsToExplore.ShouldBe(["werkloosheidsuitkering"], "that she is an invalid is hidden, and would be told by the list");
        Show(life, named, OnTheJob, Ground("magda", "circumstance-reported", DisclosedFields.OccurredAt)).Signal.RightsToExplore.ShouldBe(named);
    }

    [Fact]
    public void Tell_nothing_of_what_the_rules_tell_other_roles_alone()
    {
        var life = new ALife().JobEnded().Reported("ontslag-psychiatrie");
        Authorisation[] grounds = [OnTheJob, Ground("magda", "circumstance-reported", DisclosedFields.OccurredAt)];
        Authorisation[] ofDmw = [.. grounds.Select(ground => ground with { Recipients = new HashSet<string> { "dmw" } })];

        Show(life, ["zorgbudget"], false, Bare with { Recipient = "dmw" }, ofDmw).Signal.Rights.ShouldHaveSingleItem().Why!.OccurredAt.ShouldBe(ALife.At(30));
        Show(life, ["zorgbudget"], grounds).Signal.RightsToExplore.ShouldBeEmpty("the rule of that contract and code does not name the OCMW");
        Show(life.Reported("invaliditeit"), ["zorgbudget"], grounds).Signal.RightsToExplore.ShouldBe(["zorgbudget"], "no rule keeps another code of that contract from it");
    }

    [Fact]
    public void Tell_nothing_by_what_a_fact_said_before_it_was_corrected_to_what_is_hidden()
    {
        var life = new ALife().JobEnded().Reported("invaliditeit").CorrectedTo("ontslag-psychiatrie");

        Show(life, ["zorgbudget"], OnTheJob, Ground("magda", "circumstance-reported", DisclosedFields.OccurredAt)).Signal.RightsToExplore.ShouldBeEmpty();
    }

    [Fact]
    public void Tell_nothing_by_what_is_left_out()
    {
        var without = new ALife().JobEnded();
        var with = new ALife().JobEnded().Receives("leefloon", source: "ocmw-gent");
        var granted = Ground("ocmw-gent", "benefit-granted", DisclosedFields.OccurredAt);

        Show(with, ["leefloon", "werkloosheidsuitkering"], OnTheJob).Signal.RightsToExplore.ShouldBe(Show(without, ["leefloon", "werkloosheidsuitkering"], OnTheJob).Signal.RightsToExplore);
        Show(with, ["leefloon", "werkloosheidsuitkering"], OnTheJob, granted).Signal.RightsToExplore.ShouldBe(["werkloosheidsuitkering"], "who may see that it runs is not sent after it");
    }

    [Fact]
    public void Take_up_the_ground_of_each_fact_that_is_told_and_whom_it_is_about()
    {
        var life = new ALife().JobEnded().LivesWithSomebodyOf(50).Receives("leefloon", ALife.Other, "ocmw-gent");

        var (signal, disclosure) = Show(life, ["sociaal-tarief-energie"], OnTheJob, Ground("magda", "household-changed"), Ground("ocmw-gent", "benefit-granted", DisclosedFields.OccurredAt));

        signal.Rights.ShouldHaveSingleItem().Why!.Text["nl"].ShouldBe("Leefloon is toegekend (iemand anders in het gezin)");
        (signal.LegalBasis, disclosure.LegalBasis).ShouldBe(("B magda, B ocmw-gent", "B magda, B ocmw-gent"));
        var other = disclosure.Others.ShouldHaveSingleItem();
        (other.Citizen, string.Join(',', other.Fields), other.Source, other.Purpose, other.Ground).ShouldBe((ALife.Other, "moment,occurredAt", "ocmw-gent", "proactive-help", "B ocmw-gent (a-ocmw-gent-benefit-granted)"));
    }

    [Fact]
    public void Tell_nothing_of_others_where_the_household_is_hidden_or_they_parted_or_a_flag_protects_them()
    {
        Authorisation[] benefits = [OnTheJob, Ground("ocmw-gent", "benefit-granted", DisclosedFields.OccurredAt)];
        var household = Ground("magda", "household-changed");
        ALife Together() => new ALife().JobEnded().LivesWithSomebodyOf(50).Receives("leefloon", ALife.Other, "ocmw-gent");
        var tariff = (ALife life, Authorisation[] grounds) => Show(life, ["sociaal-tarief-energie"], grounds).Signal.RightsToExplore;

        tariff(Together(), [.. benefits, household]).ShouldBe(["sociaal-tarief-energie"]);
        tariff(Together(), benefits).ShouldBeEmpty("with whom she lives is hidden");
        tariff(Together().Parted(1), [.. benefits, household]).ShouldBeEmpty("they parted since");
        tariff(Together().With(new CircumstanceReported { Code = "opvangadres", OccurredAt = ALife.At(2), Source = "caw" }, ALife.Other), [.. benefits, household]).ShouldBeEmpty("the other is in a shelter, which is hidden and counts");
    }

    [Fact]
    public void Count_a_ground_for_continued_support_for_her_own_facts_only()
    {
        var support = Ground("ocmw-gent", "benefit-granted", DisclosedFields.OccurredAt) with { Purpose = Purpose.ContinuedSupport };

        Show(new ALife().JobEnded().Receives("leefloon", source: "ocmw-gent"), ["sociaal-tarief-energie"], true, OnTheJob, support).Signal.RightsToExplore.ShouldBe(["sociaal-tarief-energie"]);
        Show(new ALife().JobEnded().LivesWithSomebodyOf(50).Receives("leefloon", ALife.Other, "ocmw-gent"), ["sociaal-tarief-energie"], true, OnTheJob, Ground("magda", "household-changed"), support)
            .Signal.RightsToExplore.ShouldBeEmpty();
    }

    [Fact]
    public void Fit_all_thirteen_with_every_step_in_the_20_kB_of_a_webhook()
    {
        var life = new ALife().JobEnded().Discharged().EvictionClaimed().Reported("invaliditeit").LivesWithSomebodyOf(7);
        Authorisation[] all = [.. ((string[])["employment-ended", "hospital-discharged", "eviction-claimed", "circumstance-reported", "household-changed", "person-changed"]).Select(contract => Ground("magda", contract, DisclosedFields.OccurredAt, DisclosedFields.Source))];

        var signal = Show(life, [.. ALife.Rights.Rights.Select(right => right.Id)], all).Signal;

        signal.Rights.Count.ShouldBe(13);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SignalJson.Writer))
            SignalJson.Write(json, signal);
        // What else a signal holds stays under 4 kB (INSZ, person, moments, texts).
        stream.Length.ShouldBeLessThan(16_000, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Are_none_in_a_withdrawal()
    {
        var signal = new SignalRights(Rules(["leefloon"]), ALife.Rights, new LegalGate([OnTheJob]), Partners).Add(Bare with { Kind = SignalKind.Withdrawn }, new DisclosureAccount(ALife.Ann), [], new Dictionary<CitizenRef, NearbyFacts>(), ALife.Now);

        (signal.Rights.Count, signal.RightsToExplore.Count).ShouldBe((0, 0));
    }

    private static (SignalReady Signal, Disclosure Disclosure) Show(ALife life, IReadOnlyList<string> named, params Authorisation[] grounds) => Show(life, named, false, grounds);

    private static (SignalReady Signal, Disclosure Disclosure) Show(ALife life, IReadOnlyList<string> named, bool helpsAlready, params Authorisation[] grounds) => Show(life, named, helpsAlready, Bare, grounds);

    private static (SignalReady Signal, Disclosure Disclosure) Show(ALife life, IReadOnlyList<string> named, bool helpsAlready, SignalReady bare, params Authorisation[] grounds)
    {
        var account = new DisclosureAccount(ALife.Ann);
        account.Show(ALife.Ann, DisclosureAccount.Moment, "magda", grounds.Where(ground => ground.Names("magda", "employment-ended", "ocmw-gent")));
        var signal = new SignalRights(Rules(named), ALife.Rights, new LegalGate(grounds), Partners).Add(
            bare,
            account,
            [(ALife.Moment("ontslag"), helpsAlready)],
            new Dictionary<CitizenRef, NearbyFacts> { [ALife.Ann] = new(ALife.Ann, life.Facts) },
            ALife.Now);
        return (signal, account.Result());
    }

    private static readonly Partner[] Partners = [Partner("ocmw-gent", PartnerRole.Ocmw), Partner("dmw", PartnerRole.Dmw)];

    private static Partner Partner(string id, PartnerRole role) => new(id, role, new HashSet<NisCode>(), new HashSet<string>(), "inbox");

    private static SignalReady Bare => new()
    {
        DeliveryId = Guid.NewGuid(),
        SignalId = Guid.NewGuid(),
        Kind = SignalKind.Issued,
        MomentCode = "ontslag",
        Title = Words("Iemand is zijn werk kwijt"),
        Text = Words("Bekijk samen."),
        Recipient = "ocmw-gent",
        Citizen = ALife.Ann,
        LegalBasis = "B magda",
    };

    private static RuleSet Rules(IReadOnlyList<string> named) => new(
        [
            new Rule
            {
                Id = "ontslag", Moment = "ontslag", Title = Words("Iemand is zijn werk kwijt"), Text = Words("Bekijk samen."), When = new Trigger { Contract = "employment-ended" }, Recipients = [PartnerRole.Ocmw, PartnerRole.Dmw], Rights = named,
            },
            new Rule
            {
                Id = "ontslag-psychiatrie", Moment = "ontslag-psychiatrie", Title = Words("Iemand verliet de psychiatrie"), Text = Words("Bekijk samen."),
                When = new Trigger { Contract = "circumstance-reported", Where = [new FieldTest("code") { In = ["ontslag-psychiatrie"] }] }, Recipients = [PartnerRole.Dmw],
            },
        ],
        []);

    private static Dictionary<string, string> Words(string nl) => new() { ["nl"] = nl, ["en"] = "Somebody lost their job" };

    private static Authorisation Ground(string source, string contract, params string[] fields) => new(
        $"a-{source}-{contract}", source, Purpose.ProactiveHelp, new HashSet<string> { "ocmw-gent" }, new HashSet<string> { contract }, fields.ToHashSet(), $"B {source}", new DateOnly(2026, 1, 1), null);
}
