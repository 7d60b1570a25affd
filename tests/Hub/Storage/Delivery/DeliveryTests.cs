using IntegrationHub.Contracts;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Delivery;

public sealed class DeliveryOnSqlite() : DeliveryTests(new SqliteTestDatabase());

public sealed class DeliveryOnPostgres(PostgresFixture server) : DeliveryTests(new PostgresTestDatabase(server));

public abstract class DeliveryTests(TestDatabase database) : StoreTests(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly Disclosure Shown = new(["name", "insz"], "12/2026", "202");

    [Fact]
    public async Task A_due_delivery_is_claimed_by_one_and_due_again_after_its_lease()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);

        var claimed = (await ClaimAsync(Some.Now)).ShouldHaveSingleItem();
        (claimed.Recipient, claimed.Destination, claimed.Worker, claimed.Attempts, claimed.IsWithdrawal).ShouldBe(("ocmw-gent", "inbox-ocmw-gent", "W7", 1, false));
        claimed.Moment.Citizen.ShouldBe(await WhoAsync("anna"));
        (await ClaimAsync(Some.Now)).ShouldBeEmpty();
        (await Store.Deliveries.NextDueAsync([], Token)).ShouldBe(Some.Now + Lease);
        (await ClaimAsync(Some.Now + Lease)).ShouldHaveSingleItem().Id.ShouldBe(claimed.Id);
    }

    [Fact]
    public async Task At_most_so_many_are_taken_for_each_destination_and_none_for_a_busy_one()
    {
        for (var i = 0; i < 5; i++)
            await EndAsync($"r{i}", $"citizen {i}", ["ocmw-gent", "caw", "dmw"]);

        var claimed = await Store.Deliveries.ClaimDueAsync("host-a", Some.Now, Lease, 2, ["inbox-caw"], Token);

        claimed.GroupBy(delivery => delivery.Destination).Select(group => (group.Key, group.Count())).Order().ShouldBe([("inbox-dmw", 2), ("inbox-ocmw-gent", 2)]);
        (await Store.Deliveries.CountPendingAsync(Token)).ShouldBe(15);
    }

    [Fact]
    public async Task A_delivery_that_succeeds_is_audited_with_its_fields_and_ground()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var delivery = (await ClaimAsync(Some.Now)).Single();

        await Store.Deliveries.CompleteAsync(delivery, Shown, Some.Now.AddSeconds(2), Token);
        await Store.Deliveries.CompleteAsync(delivery, Shown, Some.Now.AddSeconds(3), Token);

        (await AuditAsync()).ShouldBe([$"disclosed|ocmw-gent|{await WhoAsync("anna")}|insz,name|12/2026|202"]);
        var overview = (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem();
        overview.Deliveries.ShouldBe([new("ocmw-gent", "delivered", "issued", 1, Some.Now.AddSeconds(2), "202")]);
        (await ClaimAsync(Some.Now.AddDays(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Deliveries_settled_together_are_each_settled_once_with_an_audit_entry_and_what_was_withdrawn_is_told()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await EndAsync("r2", "bram", ["ocmw-gent", "caw"]);
        var claimed = await ClaimAsync(Some.Now);
        var early = claimed.First(delivery => delivery.Recipient == "caw");
        await Store.Deliveries.CompleteAsync(early, Shown, Some.Now, Token);
        await WithdrawAsync("r1", "anna");

        await Store.Deliveries.CompleteAsync([.. claimed.Append(claimed[0]).Select(delivery => new CompletedDelivery(delivery, Shown, Some.Now.AddSeconds(2)))], Token);

        (await AuditAsync()).Count.ShouldBe(3);
        (await ClaimAsync(Some.Now.AddDays(1))).ShouldHaveSingleItem().IsWithdrawal.ShouldBeTrue();
        (await Store.Deliveries.ListAsync(10, Token)).SelectMany(signal => signal.Deliveries).Count(delivery => delivery.State == "delivered").ShouldBe(3);
    }

    [Fact]
    public async Task Near_a_citizen_are_her_household_and_who_lives_with_those_also_when_she_was_merged_into_another()
    {
        await AppendAsync(
            Some.Record("h", Some.Household("anna", "anna", "bram")), Some.Record("h2", Some.Household("carl", "carl", "bram")), Some.Record("r1", Some.Ended("anna")), Some.Record("r2", Some.Ended("bram")), Some.Record("r3", Some.Ended("dirk")));
        var (anna, bram, carl) = (await WhoAsync("anna"), await WhoAsync("bram"), await WhoAsync("carl"));

        var near = await Store.Deliveries.NearbyFactsAsync(anna, Token);

        near.Citizen.ShouldBe(anna);
        near.Facts.Keys.Order().ShouldBe(new[] { anna, bram, carl }.Order());
        near.Facts[bram].ShouldHaveSingleItem().ShouldBeOfType<EmploymentEnded>();
        await AppendAsync(Some.Record("m", Some.Replaced("anna", "eva")));
        var merged = await Store.Deliveries.NearbyFactsAsync(anna, Token);
        merged.Facts[merged.Citizen].OfType<EmploymentEnded>().ShouldHaveSingleItem();
        merged.Facts.Keys.ShouldContain(bram);
    }

    [Fact]
    public async Task A_delivery_that_fails_for_now_is_due_later_and_counted()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await Store.Deliveries.RetryAsync((await ClaimAsync(Some.Now)).Single(), Some.Now.AddMinutes(10), "503", null, Some.Now, Token);
        (await ClaimAsync(Some.Now.AddMinutes(9))).ShouldBeEmpty();
        (await ClaimAsync(Some.Now.AddMinutes(10))).Single().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_delivery_that_fails_for_good_or_is_refused_ends()
    {
        await EndAsync("r1", "anna", ["ocmw-gent", "caw"]);
        var both = (await ClaimAsync(Some.Now)).OrderBy(delivery => delivery.Recipient).ToList();
        await Store.Deliveries.FailAsync(both[1], "410", null, Some.Now, Token);
        await Store.Deliveries.RefuseAsync(both[0], "The authorisation ended.", Some.Now, Token);

        var overview = (await Store.Deliveries.ListAsync(10, Token)).Single();
        overview.Deliveries.Select(one => (one.Recipient, one.State, one.Detail)).ShouldBe([("caw", "refused", "The authorisation ended."), ("ocmw-gent", "failed", "410")]);
        (await AuditAsync()).ShouldHaveSingleItem().ShouldStartWith("refused|caw|");
        (await Store.Deliveries.CountPendingAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task A_refusal_at_detection_is_shown_and_audited()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        await Store.Detection.DetectAsync(null, [await WhoAsync("anna")], input => Outcomes.Detect(input, Some.Now, [], ["caw"]), Some.Now, Token);
        (await Store.Deliveries.ListAsync(10, Token)).Single().Deliveries.ShouldBe([new("caw", "refused", "issued", 0, Some.Now, "No authorisation.")]);
        (await AuditAsync()).ShouldBe([$"refused|caw|{await WhoAsync("anna")}|||No authorisation."]);
    }

    [Fact]
    public async Task A_withdrawal_cancels_what_is_pending_and_tells_who_has_the_signal()
    {
        await EndAsync("r1", "anna", ["ocmw-gent", "caw"]);
        var first = (await Store.Deliveries.ClaimDueAsync("host-a", Some.Now, Lease, 10, ["inbox-caw"], Token)).ShouldHaveSingleItem();
        await Store.Deliveries.CompleteAsync(first, Shown, Some.Now, Token);

        await WithdrawAsync("r1", "anna");

        var overview = (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem();
        overview.IsWithdrawn.ShouldBeTrue();
        overview.Deliveries.Select(one => (one.Recipient, one.State, one.Kind)).Order().ShouldBe([
            ("caw", "cancelled", "issued"), ("ocmw-gent", "delivered", "issued"), ("ocmw-gent", "pending", "withdrawn")]);
        var told = (await ClaimAsync(Some.Now.AddHours(1))).ShouldHaveSingleItem();
        (told.IsWithdrawal, told.SignalId, told.Worker).ShouldBe((true, first.SignalId, "W7"));
        told.Id.ShouldNotBe(first.Id);
        await Store.Deliveries.CompleteAsync(told, Shown, Some.Now, Token);
        (await Store.Deliveries.CountPendingAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task A_tool_that_may_have_taken_a_signal_while_it_was_withdrawn_is_told_once()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var delivery = (await ClaimAsync(Some.Now)).Single();
        await WithdrawAsync("r1", "anna");

        await Store.Deliveries.CompleteAsync(delivery, Shown, Some.Now, Token);

        (await ClaimAsync(Some.Now)).ShouldHaveSingleItem().IsWithdrawal.ShouldBeTrue();
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("expired")]
    [InlineData("failed")]
    public async Task What_may_have_arrived_before_it_ended_otherwise_is_withdrawn(string end)
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await Store.Deliveries.RetryAsync((await ClaimAsync(Some.Now)).Single(), Some.Now, "timeout", Shown, Some.Now, Token);
        var again = (await ClaimAsync(Some.Now)).Single();
        await (end switch
        {
            "refused" => Store.Deliveries.RefuseAsync(again, "The authorisation ended.", Some.Now, Token),
            "expired" => Store.Deliveries.ExpireAsync(again, Some.Now, Token),
            _ => Store.Deliveries.FailAsync(again, "No connection for a day.", null, Some.Now, Token),
        });

        await WithdrawAsync("r1", "anna");

        (await ClaimAsync(Some.Now)).ShouldHaveSingleItem().IsWithdrawal.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_refused_and_never_sent_is_not_withdrawn()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await Store.Deliveries.RefuseAsync((await ClaimAsync(Some.Now)).Single(), "The authorisation ended.", Some.Now, Token);

        await WithdrawAsync("r1", "anna");

        (await ClaimAsync(Some.Now)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_host_was_sending_when_it_died_is_audited_by_the_next_that_takes_deliveries()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var bram = CitizenRef.New();
        var shown = Shown with { Source = "dimona", Purpose = "proactive-help", Others = [new ShownPerson(bram, ["moment"], "magda", "proactive-help", "B 2")], Detail = null };
        (await Store.Deliveries.BeginAsync((await ClaimAsync(Some.Now)).Single(), shown, Some.Now, Token)).ShouldBe(DeliveryStart.Begun);
        (await ClaimAsync(Some.Now)).ShouldBeEmpty();
        (await AuditAsync()).ShouldBeEmpty("it may still be settled");

        var again = (await ClaimAsync(Some.Now + Lease)).ShouldHaveSingleItem();

        List<string> audited = [$"disclosed|ocmw-gent|{await WhoAsync("anna")}|insz,name|12/2026|The attempt was cut off: it may have arrived.", $"disclosed|ocmw-gent|{bram}|moment|B 2|The attempt was cut off: it may have arrived."];
        (await AuditAsync()).ShouldBe(audited);
        await Store.Deliveries.RefuseAsync(again, "The authorisation ended.", Some.Now, Token);
        (await AuditAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_host_was_sending_and_sends_again_is_audited_once()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await Store.Deliveries.BeginAsync((await ClaimAsync(Some.Now)).Single(), Shown, Some.Now, Token);

        var again = (await ClaimAsync(Some.Now + Lease)).ShouldHaveSingleItem();
        await Store.Deliveries.BeginAsync(again, Shown, Some.Now, Token);
        await Store.Deliveries.CompleteAsync(again, Shown, Some.Now, Token);
        await ClaimAsync(Some.Now + Lease + Lease);

        (await AuditAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_attempt_that_never_left_is_no_disclosure()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var delivery = (await ClaimAsync(Some.Now)).Single();
        await Store.Deliveries.BeginAsync(delivery, Shown, Some.Now, Token);

        await Store.Deliveries.RetryAsync(delivery, Some.Now, "No connection.", null, Some.Now, Token);

        (await ClaimAsync(Some.Now + Lease)).ShouldHaveSingleItem();
        (await AuditAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_cancelled_since_it_was_taken_is_not_begun()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var delivery = (await ClaimAsync(Some.Now)).Single();
        await WithdrawAsync("r1", "anna");

        (await Store.Deliveries.BeginAsync(delivery, Shown, Some.Now, Token)).ShouldBe(DeliveryStart.Over);
    }

    [Fact]
    public async Task What_is_postponed_was_not_tried()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await Store.Deliveries.PostponeAsync((await ClaimAsync(Some.Now)).Single(), Some.Now.AddSeconds(10), "It waits.", Token);
        (await ClaimAsync(Some.Now.AddSeconds(9))).ShouldBeEmpty();
        (await ClaimAsync(Some.Now.AddSeconds(10))).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_postponed_to_be_evaluated_has_whom_it_is_about_looked_at_again_now()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var delivery = (await ClaimAsync(Some.Now)).Single();

        await Store.Deliveries.PostponeToEvaluateAsync(delivery, delivery.Moments, Some.Now.AddSeconds(10), "It waits.", Some.Now, Token);

        (await ClaimAsync(Some.Now.AddSeconds(9))).ShouldBeEmpty();
        (await Store.Detection.DueRechecksAsync(Some.Now, 10, Token)).ShouldBe([await WhoAsync("anna")]);
        var again = (await ClaimAsync(Some.Now.AddSeconds(10))).ShouldHaveSingleItem();
        again.Attempts.ShouldBe(1);
        await Store.Deliveries.PostponeToEvaluateAsync(again, again.Moments, Some.Now.AddSeconds(20), "It waits.", Some.Now.AddSeconds(10), Token);
        (await Store.Detection.DueRechecksAsync(Some.Now, 10, Token)).ShouldHaveSingleItem("what is due already stays so");
    }

    [Fact]
    public async Task What_is_postponed_to_be_evaluated_is_about_whom_it_turned_out_to_be_and_about_nobody_once_it_is_withdrawn()
    {
        await EndAsync("r1", "old", ["ocmw-gent"]);
        var delivery = (await ClaimAsync(Some.Now)).Single();
        await AppendAsync(Some.Record("r2", Some.Ended("new")), Some.Record("r3", Some.Replaced("old", "new")));
        var survivor = await WhoAsync("new");

        await Store.Deliveries.PostponeToEvaluateAsync(delivery, delivery.Moments, Some.Now.AddSeconds(10), "It waits.", Some.Now, Token);

        (await Store.Detection.DueRechecksAsync(Some.Now, 10, Token)).ShouldBe([survivor]);
        await Database.RowsAsync("DELETE FROM rechecks");
        await WithdrawAsync("r1", "new");
        await Store.Deliveries.PostponeToEvaluateAsync(delivery, delivery.Moments, Some.Now.AddSeconds(10), "It waits.", Some.Now, Token);
        (await Store.Detection.DueRechecksAsync(Some.Now, 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_objection_that_detection_has_not_heard_may_wait()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await ProcessAsync();
        (await Store.Deliveries.ObjectionsMayWaitAsync(Some.Now, Token)).ShouldBeFalse();

        await AppendAsync(Some.Record("w", Some.Objects("anna", "weigering", ("moment", "alle"))));
        (await Store.Deliveries.ObjectionsMayWaitAsync(Some.Now, Token)).ShouldBeTrue();
        await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token);
        (await Store.Deliveries.ObjectionsMayWaitAsync(Some.Now, Token)).ShouldBeTrue("it is on the bus and not heard");

        await Store.Journal.ReleaseUnprocessedAsync(null, Token);
        await ProcessAsync();
        (await Store.Deliveries.ObjectionsMayWaitAsync(Some.Now, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_sent_again_is_audited_once_until_it_shows_something_else()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await Store.Deliveries.RetryAsync((await ClaimAsync(Some.Now)).Single(), Some.Now, "timeout", Shown, Some.Now, Token);
        await Store.Deliveries.RetryAsync((await ClaimAsync(Some.Now)).Single(), Some.Now, "timeout", Shown, Some.Now, Token);
        (await AuditAsync()).Count.ShouldBe(1);

        await Store.Deliveries.RetryAsync((await ClaimAsync(Some.Now)).Single(), Some.Now, "timeout", Shown with { Fields = ["insz"] }, Some.Now, Token);
        await Store.Deliveries.CompleteAsync((await ClaimAsync(Some.Now)).Single(), Shown with { Fields = ["insz"] }, Some.Now, Token);

        (await Database.RowsAsync("SELECT fields FROM audit ORDER BY id")).ShouldBe(["insz,name", "insz"]);
    }

    [Fact]
    public async Task A_disclosure_is_one_entry_a_person_and_so_is_what_was_withheld()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var (bram, carl) = (CitizenRef.New(), CitizenRef.New());
        var shown = new Disclosure(["insz"], "B 1", "202")
        {
            Ground = "B 1 (a1)", Purpose = "proactive-help", Source = "dimona",
            Others = [new ShownPerson(bram, ["moment"], "magda", "proactive-help", "B 2 (a2)")],
            Withheld = [new WithheldMoment(carl, "No.") { Source = "cm" }, new WithheldMoment(carl, "No.") { Source = "az" }],
        };

        await Store.Deliveries.CompleteAsync((await ClaimAsync(Some.Now)).Single(), shown, Some.Now, Token);

        (await Database.RowsAsync("SELECT kind, citizen, source, fields, purpose, ground, detail FROM audit ORDER BY id")).ShouldBe(
        [
            $"disclosed|{await WhoAsync("anna")}|dimona|insz|proactive-help|B 1 (a1)|202",
            $"disclosed|{bram}|magda|moment|proactive-help|B 2 (a2)|202",
            $"refused|{carl}|cm,az||||No.",
        ]);
    }

    [Fact]
    public async Task What_was_sent_and_not_confirmed_is_audited_all_the_same()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await Store.Deliveries.RetryAsync((await ClaimAsync(Some.Now)).Single(), Some.Now.AddMinutes(10), "timeout", Shown, Some.Now, Token);

        (await AuditAsync()).ShouldHaveSingleItem().ShouldStartWith("disclosed|ocmw-gent|");
    }

    [Fact]
    public async Task What_failed_is_due_again_when_a_person_says_so_unless_it_was_withdrawn()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await EndAsync("r2", "bram", ["ocmw-gent"]);
        foreach (var delivery in await ClaimAsync(Some.Now))
            await Store.Deliveries.FailAsync(delivery, "404", null, Some.Now, Token);
        await WithdrawAsync("r2", "bram");

        (await Store.Deliveries.RetryFailedAsync(Some.Now.AddDays(1), Token)).ShouldBe(1);
        (await ClaimAsync(Some.Now.AddDays(1))).ShouldHaveSingleItem().Moment.Anchor.RecordId.ShouldBe("r1");
    }

    [Fact]
    public async Task What_is_tried_again_keeps_the_time_of_its_decision_and_is_tried_for_a_day_more()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await Store.Deliveries.CompleteAsync((await ClaimAsync(Some.Now)).Single(), Shown, Some.Now, Token);
        await WithdrawAsync("r1", "anna");
        await Store.Deliveries.FailAsync((await ClaimAsync(Some.Now)).Single(), "404", null, Some.Now, Token);

        await Store.Deliveries.RetryFailedAsync(Some.Now.AddDays(3), Token);

        var withdrawal = (await ClaimAsync(Some.Now.AddDays(3))).ShouldHaveSingleItem();
        (withdrawal.IsWithdrawal, withdrawal.CreatedAt, withdrawal.TriedSince).ShouldBe((true, Some.Now.AddMicroseconds(1), Some.Now.AddDays(3)), "a tool that was told anew meanwhile sees that this is older");
    }

    [Fact]
    public async Task What_a_host_held_when_it_died_is_due_at_its_next_start()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        (await ClaimAsync(Some.Now)).ShouldHaveSingleItem();

        await Store.Deliveries.ReleaseAsync("host-b", Some.Now, Token);
        (await ClaimAsync(Some.Now)).ShouldBeEmpty();
        await Store.Deliveries.ReleaseAsync("host-a", Some.Now, Token);
        (await ClaimAsync(Some.Now)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_delivery_and_a_withdrawal_at_the_same_time_never_miss_each_other()
    {
        for (var i = 0; i < 12; i++)
        {
            await EndAsync($"r{i}", $"citizen {i}", ["ocmw-gent"]);
            var delivery = (await ClaimAsync(Some.Now)).Single();
            await Task.WhenAll(
                Task.Run(() => Store.Deliveries.CompleteAsync(delivery, Shown, Some.Now, Token), Token),
                Task.Run(() => WithdrawAsync($"r{i}", $"citizen {i}"), Token));
            var told = (await ClaimAsync(Some.Now)).ShouldHaveSingleItem();
            told.IsWithdrawal.ShouldBeTrue();
            await Store.Deliveries.CompleteAsync(told, Shown, Some.Now, Token);
        }
    }

    [Fact]
    public async Task A_moment_that_stands_again_keeps_its_id()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var anna = await WhoAsync("anna");
        var id = (await SeenAsync(anna)).Moments[anna].Single().Id;
        await WithdrawAsync("r1", "anna");
        await EndAsync("r1", "anna", ["ocmw-gent"]);

        var moment = (await SeenAsync(anna)).Moments[anna].ShouldHaveSingleItem();
        (moment.Id, moment.IsWithdrawn).ShouldBe((id, false));
        (await Store.Deliveries.ListAsync(10, Token)).Select(signal => signal.IsWithdrawn).Order().ShouldBe([false, true]);
    }

    [Fact]
    public async Task Facts_that_hold_are_opened_with_what_identifies_the_person()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna", name: """{"familyName":"Oud"}""")), Some.Record("r2", Some.Started("anna")));
        await AppendAsync(Some.Record("r1", Some.Ended("anna", "2026-11-21", name: """{"familyName":"Peeters"}""")));

        var facts = await Store.Deliveries.OpenFactsAsync(await WhoAsync("anna"), _ => true, Token);

        facts.Select(one => (one.Fact.RecordId, one.Fact.Revision, System.Text.Encoding.UTF8.GetString(one.Person.Span))).Order().ShouldBe([
            ("r1", 2, """{"familyName":"Peeters"}"""), ("r2", 1, "")]);
    }

    [Fact]
    public async Task A_destination_for_which_something_waits_long_or_failed_lately_is_told_and_no_other()
    {
        await EndAsync("r1", "anna", ["ocmw-gent", "caw"]);
        await Store.Deliveries.FailAsync((await ClaimAsync(Some.Now)).Single(one => one.Recipient == "caw"), "404", null, Some.Now.AddMinutes(5), Token);

        (await UndeliveredAsync(Some.Now, Some.Now.AddMinutes(6))).ShouldBeEmpty();
        (await UndeliveredAsync(Some.Now, Some.Now)).ShouldBe([new("inbox-caw", null, 1)]);
        (await UndeliveredAsync(Some.Now.AddSeconds(1), Some.Now.AddMinutes(6))).ShouldBe([new("inbox-ocmw-gent", Some.Now, 0)]);

        await Store.Deliveries.RetryFailedAsync(Some.Now.AddDays(1), Token);
        (await UndeliveredAsync(Some.Now.AddDays(1), Some.Now)).ShouldBe([new("inbox-ocmw-gent", Some.Now, 0)], "what is tried again counts from then");
    }

    [Fact]
    public async Task What_waits_longest_is_told_also_behind_a_thousand_that_are_due_before_it()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        await Store.Deliveries.RetryAsync((await ClaimAsync(Some.Now)).Single(), Some.Now.AddHours(2), "503", null, Some.Now, Token);
        var signal = (await Database.RowsAsync("SELECT signal_id FROM deliveries")).Single();
        var later = (Some.Now.AddHours(1) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        await Database.RowsAsync(
            "INSERT INTO deliveries (id, signal_id, kind, recipient, destination, reason, state, attempts, created_at, due_at) VALUES "
            + string.Join(", ", Enumerable.Range(0, 1000).Select(_ => $"('{Guid.NewGuid()}', '{signal}', 'issued', 'ocmw-gent', 'inbox-ocmw-gent', '', 'pending', 0, {later}, {later})")));

        (await UndeliveredAsync(Some.Now.AddMinutes(30), Some.Now)).ShouldBe([new("inbox-ocmw-gent", Some.Now, 0)]);
    }

    [Fact]
    public async Task Who_held_a_delivery_before_another_took_it_settles_nothing_of_it_any_more()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var before = (await ClaimAsync(Some.Now)).Single();
        var later = Some.Now + Lease;
        var now = (await Store.Deliveries.ClaimDueAsync("host-b", later, Lease, 10, [], Token)).Single();
        await Store.Deliveries.BeginAsync(now, Shown, later, Token);

        await Store.Deliveries.RetryAsync(before, later, "503", null, later, Token);
        await Store.Deliveries.PostponeAsync(before, later, "It waits.", Token);
        await Store.Deliveries.FailAsync(before, "410", null, later, Token);
        await Store.Deliveries.RefuseAsync(before, "The authorisation ended.", later, Token);
        await Store.Deliveries.ExpireAsync(before, later, Token);
        (await Store.Deliveries.BeginAsync(before, Shown with { Ground = "another" }, later, Token)).ShouldBe(DeliveryStart.Over);

        (await Database.RowsAsync("SELECT claimed_by, attempts FROM deliveries WHERE state = 'pending'")).ShouldBe(["host-b|2"]);
        (await ClaimAsync(later)).ShouldBeEmpty();
        (await AuditAsync()).ShouldBeEmpty();
        (await ClaimAsync(later + Lease)).ShouldHaveSingleItem();
        (await AuditAsync()).ShouldBe([$"disclosed|ocmw-gent|{await WhoAsync("anna")}|insz,name|12/2026|The attempt was cut off: it may have arrived."]);
    }

    [Fact]
    public async Task What_was_sent_is_audited_also_by_who_does_not_hold_the_delivery_any_more()
    {
        await EndAsync("r1", "anna", ["ocmw-gent"]);
        var before = (await ClaimAsync(Some.Now)).Single();
        await Store.Deliveries.ClaimDueAsync("host-b", Some.Now + Lease, Lease, 10, [], Token);

        await Store.Deliveries.RetryAsync(before, Some.Now + Lease, "503", Shown, Some.Now + Lease, Token);

        (await AuditAsync()).ShouldHaveSingleItem().ShouldStartWith("disclosed|ocmw-gent|");
    }

    private Task<IReadOnlyList<Undelivered>> UndeliveredAsync(DateTimeOffset pendingBefore, DateTimeOffset failedSince) => Store.Deliveries.UndeliveredAsync(pendingBefore, failedSince, Token);

    private async Task EndAsync(string record, string who, string[] recipients)
    {
        await AppendAsync(Some.Record(record, Some.Ended(who)));
        await Store.Detection.DetectAsync(null, [await WhoAsync(who)], input => Outcomes.Detect(input, Some.Now, recipients), Some.Now, Token);
    }

    private async Task WithdrawAsync(string record, string who)
    {
        await AppendAsync(Some.Record(record));
        await Store.Detection.DetectAsync(null, [await WhoAsync(who)], input => Outcomes.Detect(input, Some.Now), Some.Now, Token);
    }

    private Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now) => Store.Deliveries.ClaimDueAsync("host-a", now, Lease, 10, [], Token);

    private async Task ProcessAsync()
    {
        foreach (var batch in await Store.Journal.ClaimForPublishingAsync("host", 100, TimeSpan.FromMinutes(5), Some.Now, Token))
            await Store.Detection.DetectAsync(batch.Id, [], Nothing, Some.Now, Token);
    }

    private Task<List<string>> AuditAsync() => Database.RowsAsync("SELECT kind, recipient, citizen, fields, ground, detail FROM audit ORDER BY id");
}
