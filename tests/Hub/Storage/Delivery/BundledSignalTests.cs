using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Delivery;

public sealed class BundledSignalOnSqlite() : BundledSignalTests(new SqliteTestDatabase());

public sealed class BundledSignalOnPostgres(PostgresFixture server) : BundledSignalTests(new PostgresTestDatabase(server));

public abstract class BundledSignalTests(TestDatabase database) : StoreTests(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly Disclosure Shown = new(["name"], "B 1", "202");

    [Fact]
    public async Task A_second_source_of_one_event_gives_the_signal_more_ground_and_no_twin()
    {
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        await HappensAsync("anna", Some.Record("r2", Some.Ended("anna")));

        var signal = (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem();
        signal.Deliveries.Select(delivery => (delivery.Recipient, delivery.Kind)).ShouldBe([("caw-ov", "issued"), ("ocmw-gent", "issued")], "what waits untried tells it all");
        var claimed = await ClaimAsync();
        claimed.ShouldAllBe(delivery => delivery.Seen.Count() == 2);
    }

    [Fact]
    public async Task Two_moments_of_one_evaluation_are_one_signal_and_the_ledger_adds_up()
    {
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")), Some.Record("claim", Some.Evicted("anna")));

        (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem().Deliveries.Count.ShouldBe(2);
        (await ClaimAsync()).Count(delivery => delivery.Seen.Count() == 2).ShouldBe(1);
        (await Store.Ledger.ReadAsync(null, null, Some.Now.AddHours(-1), Token)).Sources.ShouldHaveSingleItem().Missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_the_signal_gets_an_update_of_what_it_may_see_and_a_partner_without_the_role_gets_none()
    {
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        await DeliverAsync();

        await HappensAsync("anna", Some.Record("claim", Some.Evicted("anna")));

        var update = (await ClaimAsync()).ShouldHaveSingleItem();
        (update.Recipient, TellingKindOf(update), update.Seen.Count()).ShouldBe(("ocmw-gent", "updated", 2));
        (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem().Priority.ShouldBe(Priority.Urgent);
    }

    [Fact]
    public async Task Who_sees_nothing_in_it_any_more_has_it_withdrawn_while_the_others_get_an_update()
    {
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        await HappensAsync("anna", Some.Record("claim", Some.Evicted("anna")));
        await DeliverAsync();

        await HappensAsync("anna", Some.Record("r1"));

        (await ClaimAsync()).Select(delivery => (delivery.Recipient, TellingKindOf(delivery))).ShouldBe([("caw-ov", "withdrawn"), ("ocmw-gent", "updated")], ignoreOrder: true);
        (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem().IsWithdrawn.ShouldBeFalse();
        await DeliverAsync();

        await HappensAsync("anna", Some.Record("claim"));

        (await ClaimAsync()).Select(delivery => (delivery.Recipient, TellingKindOf(delivery))).ShouldBe([("ocmw-gent", "withdrawn")]);
        (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem().IsWithdrawn.ShouldBeTrue();
    }

    [Fact]
    public async Task What_happens_to_a_partner_in_the_household_joins_and_says_whose_it_is()
    {
        await LiveTogetherAsync();
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        await DeliverAsync();

        await HappensAsync("bram", Some.Record("claim", Some.Evicted("bram")));

        (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem();
        var update = (await ClaimAsync()).ShouldHaveSingleItem();
        update.Seen.Select(moment => moment.Moment.Citizen).ShouldBe([await WhoAsync("anna"), await WhoAsync("bram")]);
        update.Moment.Citizen.ShouldBe(await WhoAsync("anna"));
    }

    [Fact]
    public async Task A_childs_moment_is_a_signal_of_its_own()
    {
        await LiveTogetherAsync(bornOfBram: "2012-05-01");
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        await HappensAsync("bram", Some.Record("claim", Some.Evicted("bram")));

        (await Store.Deliveries.ListAsync(10, Token)).Select(signal => signal.MomentCode).ShouldBe(["ontslag", "uithuiszetting"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_fact_that_was_corrected_is_told_to_who_has_the_signal()
    {
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        await DeliverAsync();

        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna", "2026-11-18")));

        var updates = await ClaimAsync();
        updates.Select(TellingKindOf).ShouldBe(["updated", "updated"]);
        updates[0].Moment.OccurredAt.ShouldBe(BelgianTime.StartOf(new DateOnly(2026, 11, 18)));
    }

    [Fact]
    public async Task A_withdrawal_is_decided_after_what_it_withdraws_though_the_clock_was_set_back_and_is_due_at_once()
    {
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        await DeliverAsync();
        var issued = (await Store.Deliveries.ListAsync(10, Token)).Single().IssuedAt;
        await AppendAsync(Some.Record("r1"));
        var (anna, hourBack) = (await WhoAsync("anna"), Some.Now.AddHours(-1));

        await Store.Detection.DetectAsync(null, [anna], input => Gent.Decision.Decide(input, hourBack), hourBack, Token);

        var withdrawals = await Store.Deliveries.ClaimDueAsync("host", hourBack, Lease, 64, [], Token);
        withdrawals.Select(TellingKindOf).ShouldBe(["withdrawn", "withdrawn"]);
        withdrawals.ShouldAllBe(delivery => delivery.CreatedAt > issued);
    }

    [Fact]
    public async Task Evaluated_again_nothing_changes()
    {
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        await HappensAsync("anna", Some.Record("claim", Some.Evicted("anna")));
        await DeliverAsync();
        var before = await Database.RowsAsync("SELECT id, kind, state FROM deliveries ORDER BY id");

        await DetectAsync("anna");
        await DetectAsync("anna");

        (await Database.RowsAsync("SELECT id, kind, state FROM deliveries ORDER BY id")).ShouldBe(before);
        (await Store.Operations.TotalsAsync(Token)).Moments.ShouldBe(2);
    }

    [Fact]
    public async Task Two_references_that_are_one_person_keep_the_older_signal_of_a_kind()
    {
        await HappensAsync("old", Some.Record("r1", Some.Ended("old")));
        await DetectLaterAsync("new", Some.Record("r2", Some.Ended("new")));
        await DeliverAsync();
        var older = (await Store.Deliveries.ListAsync(10, Token)).MinBy(signal => signal.IssuedAt)!.Id;

        await HappensAsync("new", Some.Record("r3", Some.Replaced("old", "new")));

        var signals = await Store.Deliveries.ListAsync(10, Token);
        signals.Where(signal => !signal.IsWithdrawn).ShouldHaveSingleItem().Id.ShouldBe(older);
        (await ClaimAsync()).Select(delivery => (delivery.SignalId == older, TellingKindOf(delivery))).Distinct().ShouldBe([(true, "updated"), (false, "withdrawn")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_refusal_names_whom_the_partner_would_have_been_told_of()
    {
        await LiveTogetherAsync();
        await HappensAsync("anna", Some.Record("claim", Some.Evicted("anna")));
        await HappensAsync("bram", Some.Record("r1", Some.Ended("bram")));
        (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem();
        var ofCaw = (await ClaimAsync()).Single(delivery => delivery.Recipient == "caw-ov");

        await Store.Deliveries.RefuseAsync(ofCaw, "The authorisation ended.", Some.Now, Token);

        (await Database.RowsAsync("SELECT kind, recipient, citizen, detail FROM audit")).ShouldBe([$"refused|caw-ov|{await WhoAsync("bram")}|The authorisation ended."]);
    }

    [Fact]
    public async Task What_waited_until_it_was_of_no_use_is_expired_and_not_made()
    {
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        var late = (await ClaimAsync())[0];

        await Store.Deliveries.ExpireAsync(late, Some.Now.AddDays(90), Token);

        (await Store.Deliveries.ListAsync(10, Token)).Single().Deliveries.Select(delivery => delivery.State).ShouldContain("expired");
        late.ExpiresAt.ShouldBe(Rule.UsualExpiry.After(BelgianTime.StartOf(new DateOnly(2026, 11, 20))));
    }

    [Fact]
    public async Task A_moment_keeps_which_fact_says_that_people_live_together()
    {
        await AppendAsync(Some.Record("p1", Some.Lives("anna")), Some.Record("h", Some.Household("anna", "anna", "bram")), Some.Record("job", Some.Ended("bram")));
        var decision = new DetectionDecision(
            new RuleSet([Gent.Rules[0] with { When = new Trigger { Contract = "employment-ended", Of = Whose.Household } }], Gent.Partners), new Router(Gent.Partners), new LegalGate([]));
        var anna = await WhoAsync("anna");
        DetectionOutcome? outcome = null;
        Task EvaluateAsync() => Store.Detection.DetectAsync(null, [anna], input => outcome = decision.Decide(input, Some.Now), Some.Now, Token);

        await EvaluateAsync();
        outcome!.Detected.ShouldHaveSingleItem().Moment.Grounds.Select(ground => (ground.Role, ground.Fact.RecordId, ground.OneOf)).ShouldBe([(GroundRole.When, "job", null), (GroundRole.Household, "h", 0)]);
        await EvaluateAsync();
        outcome.ShouldSatisfyAllConditions(again => again.Detected.ShouldBeEmpty(), again => again.Corrected.ShouldBeEmpty("it reads as it was written"));
    }

    [Fact]
    public async Task A_moment_of_a_rule_that_came_to_ask_with_whom_she_lives_holds_who_says_so_once_it_is_evaluated_again()
    {
        await AppendAsync(Some.Record("p", Some.Lives("anna")), Some.Record("h", Some.Household("anna", "anna", "bram")));
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        var asks = Gent.Rules[0] with { Who = new PersonCondition { LivesAlone = false } };
        var decision = new DetectionDecision(new RuleSet([asks], Gent.Partners), new Router(Gent.Partners), new LegalGate([]));
        var taken = (await ClaimAsync())[0];
        MomentGate.LacksHousehold(taken.Moment, asks).ShouldBeTrue();
        await Store.Deliveries.PostponeToEvaluateAsync(taken, taken.Moments, Some.Now, "It waits.", Some.Now, Token);

        await Store.Detection.DetectAsync(null, await Store.Detection.DueRechecksAsync(Some.Now, 10, Token), input => decision.Decide(input, Some.Now), Some.Now, Token);

        var again = (await ClaimAsync()).Single(delivery => delivery.Id == taken.Id);
        MomentGate.LacksHousehold(again.Moment, asks).ShouldBeFalse();
        again.Kind.ShouldBe(taken.Kind);
        (await Store.Detection.DueRechecksAsync(Some.Now, 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signal_tells_what_it_rests_on_who_was_chosen_and_what_became_of_it()
    {
        await HappensAsync("anna", Some.Record("r1", Some.Ended("anna")));
        await DeliverAsync();
        var id = (await Store.Deliveries.ListAsync(10, Token)).Single().Id;

        var signal = (await Store.Deliveries.ReadAsync(id, Token))!;

        var moment = signal.Moments.ShouldHaveSingleItem().Stored;
        moment.Moment.Grounds.ShouldHaveSingleItem().Fact.ShouldBe(new FactIdentity(Some.Source, "r1", "end"));
        moment.Moment.RuleFingerprint.ShouldNotBeEmpty();
        moment.Chosen.Select(chosen => (chosen.Partner, chosen.Reason)).ShouldBe([("ocmw-gent", "municipality"), ("caw-ov", "municipality")]);
        signal.Deliveries.Select(delivery => delivery.State).ShouldBe(["delivered", "delivered"]);
        (await Store.Deliveries.FindAsync(id, id, Token)).ShouldBe([id]);
        (await Store.Deliveries.ReadAsync(Guid.NewGuid(), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_hosts_that_find_moments_of_one_household_at_the_same_time_make_one_signal()
    {
        await using var other = Database.Open();
        for (var i = 0; i < 6; i++)
        {
            var (a, b) = ($"anna{i}", $"bram{i}");
            await LiveTogetherAsync(a, b);
            await AppendAsync(Some.Record($"r{i}", Some.Ended(a)), Some.Record($"claim{i}", Some.Ended(b)));
            var (anna, bram) = (await WhoAsync(a), await WhoAsync(b));

            await Task.WhenAll(
                Task.Run(() => Store.Detection.DetectAsync(null, [anna], input => Gent.Decision.Decide(input, Some.Now), Some.Now, Token), Token),
                Task.Run(() => other.Detection.DetectAsync(null, [bram], input => Gent.Decision.Decide(input, Some.Now), Some.Now, Token), Token));
        }

        (await Store.Deliveries.ListAsync(100, Token)).Count.ShouldBe(6);
        (await Store.Operations.TotalsAsync(Token)).Moments.ShouldBe(12);
    }

    [Fact]
    public async Task Two_hosts_that_withdraw_the_last_two_moments_of_a_signal_at_the_same_time_withdraw_it()
    {
        await using var other = Database.Open();
        for (var i = 0; i < 6; i++)
        {
            var (a, b) = ($"anna{i}", $"bram{i}");
            await LiveTogetherAsync(a, b);
            await HappensAsync(a, Some.Record($"r{i}", Some.Ended(a)), Some.Record($"s{i}", Some.Ended(b)));
            await DeliverAsync();
            await AppendAsync(Some.Record($"r{i}"), Some.Record($"s{i}"));
            var (anna, bram) = (await WhoAsync(a), await WhoAsync(b));

            await Task.WhenAll(
                Task.Run(() => Store.Detection.DetectAsync(null, [anna], input => Gent.Decision.Decide(input, Some.Now), Some.Now, Token), Token),
                Task.Run(() => other.Detection.DetectAsync(null, [bram], input => Gent.Decision.Decide(input, Some.Now), Some.Now, Token), Token));

            var told = await ClaimAsync();
            told.Where(delivery => delivery.IsWithdrawal).Select(delivery => delivery.Recipient).ShouldBe(["caw-ov", "ocmw-gent"], ignoreOrder: true);
            foreach (var delivery in told)
                await Store.Deliveries.CompleteAsync(delivery, Shown, Some.Now, Token);
        }

        (await Store.Deliveries.ListAsync(100, Token)).ShouldAllBe(signal => signal.IsWithdrawn);
    }

    private static string TellingKindOf(DueDelivery delivery) => delivery.Kind.ToString().ToLowerInvariant();

    private async Task LiveTogetherAsync(string anna = "anna", string bram = "bram", string bornOfBram = "1979-05-01")
    {
        await AppendAsync(
            Some.Record("p-" + anna, Some.Lives(anna)), Some.Record("p-" + bram, Some.Lives(bram, bornOfBram)), Some.Record("h-" + anna, Some.Household(anna, anna, bram)));
    }

    /// <summary>Something is known, of somebody who lives in Gent, and is evaluated.</summary>
    private async Task HappensAsync(string who, params JournalRecord[] records)
    {
        if (await FindAsync(Database, who) is null)
            await AppendAsync(Some.Record("p-" + who, Some.Lives(who)));
        await AppendAsync(records);
        await DetectAsync(who);
    }

    private async Task DetectLaterAsync(string who, params JournalRecord[] records)
    {
        await AppendAsync([Some.Record("p-" + who, Some.Lives(who)), .. records]);
        var citizen = await WhoAsync(who);
        await Store.Detection.DetectAsync(null, [citizen], input => Gent.Decision.Decide(input, Some.Now.AddHours(1)), Some.Now.AddHours(1), Token);
    }

    private async Task DetectAsync(string who)
    {
        var citizen = await WhoAsync(who);
        await Store.Detection.DetectAsync(null, [citizen], input => Gent.Decision.Decide(input, Some.Now), Some.Now, Token);
    }

    private Task<IReadOnlyList<DueDelivery>> ClaimAsync() => Store.Deliveries.ClaimDueAsync("host-a", Some.Now.AddHours(2), Lease, 20, [], Token);

    private async Task DeliverAsync()
    {
        foreach (var delivery in await ClaimAsync())
            await Store.Deliveries.CompleteAsync(delivery, Shown, Some.Now, Token);
    }
}
