using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>One situation is one signal, in a hub with the rules that come with it: what is told together, what never is, and to whom.</summary>
public sealed class SignalOfOneSituationTests(Production production) : IAsyncLifetime
{
    private static readonly string Anna = TestInsz.Number(1);
    private static readonly string Bram = TestInsz.Number(2);
    private static readonly DateOnly Today = Recently.Today;
    private static readonly DateOnly LastWeek = Today.AddDays(-7);
    private static readonly DateOnly Grown = Today.AddYears(-40);

    private CaseWorkersTool ocmw = null!;
    private CaseWorkersTool caw = null!;
    private HubFolder folder = null!;
    private Register register = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        ocmw = await CaseWorkersTool.StartAsync(Token);
        caw = await CaseWorkersTool.StartAsync(Token);
        folder = new HubFolder(ocmw.Url, ocmw.Secret);
        register = Register.AddTo(folder);
        folder.Write("caw.secret", caw.Secret);
        folder
            .Authorise(HubFolder.Ocmw, HubFolder.Ocmw, ["employment-ended"], "source")
            .AddDestination(new { id = "caw-inbox", adapter = "webhook", options = new { url = caw.Url, secrets = new[] { "file:caw.secret" }, allowInternal = new[] { "127.0.0.1" } } })
            .AddPartner(new { id = "caw-test", role = "caw", municipalities = new[] { "44021" }, destination = "caw-inbox" })
            // Even a ground that allows too much shows a partner no more than the rules do.
            .Authorise(Register.Id, "caw-test", ["employment-ended", "eviction-claimed", "household-changed"], "occurredAt", "source");
    }

    public async ValueTask DisposeAsync()
    {
        await ocmw.DisposeAsync();
        await caw.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_sources_that_tell_of_one_lost_job_give_one_signal_and_one_update_that_names_both(bool onServers)
    {
        await BeginAsync(onServers, register.Lives(Anna, Grown));
        await File.WriteAllTextAsync(
            Path.Combine(folder.Exports, "tewerkstelling-2026-01-01.csv"),
            $"contractnummer;insz;in_dienst;uit_dienst;werkgever\nA60-1;{Anna};01/02/2024;{LastWeek:dd/MM/yyyy};0999999922\n",
            Token);
        await OnceAsync();
        await TellAsync(register.LosesJob(Anna, LastWeek));

        var told = ToldTo(ocmw);
        told.Select(one => one.Type).ShouldBe(["signal.issued", "signal.updated"]);
        told[1].SignalId.ShouldBe(told[0].SignalId);
        SourcesOf(told[0]).ShouldBe([HubFolder.Ocmw]);
        SourcesOf(told[1]).ShouldBe([HubFolder.Ocmw, Register.Id], ignoreOrder: true);
        CodesOf(told[1]).ShouldAllBe(code => code == "ontslag");
        // The CAW has no ground for what the OCMW tells: to it the signal is new, and of one source.
        var ofCaw = ToldTo(caw).ShouldHaveSingleItem();
        (ofCaw.Type, ofCaw.SignalId, ofCaw.Body.Contains(HubFolder.Ocmw, StringComparison.Ordinal)).ShouldBe(("signal.issued", told[0].SignalId, false));
        (await CountAsync("signals"), await CountAsync("moments")).ShouldBe((1, 2));

        await OnceAsync();
        (ocmw.Count, caw.Count).ShouldBe((2, 1), "nothing changed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_happens_to_a_partner_joins_the_signal_and_does_not_say_who_it_is(bool onServers)
    {
        await BeginAsync(onServers, register.Lives(Anna, Grown).Lives(Bram, Grown).Shares(Today.AddYears(-5), Anna, Bram));
        await TellAsync(register.LosesJob(Anna, LastWeek));
        await TellAsync(register.LosesJob(Bram, LastWeek.AddDays(2)));

        var told = ToldTo(ocmw);
        told.Select(one => (one.Type, one.Insz)).ShouldBe([("signal.issued", Anna), ("signal.updated", Anna)]);
        told[1].SignalId.ShouldBe(told[0].SignalId);
        MomentsOf(told[1]).Count(moment => moment.TryGetProperty("isOfHouseholdMember", out var isOf) && isOf.GetBoolean()).ShouldBe(1);
        told.ShouldAllBe(one => !one.Body.Contains(Bram));
    }

    [Theory]
    [InlineData("shelter")]
    [InlineData("separation")]
    [InlineData("child")]
    public async Task Signals_stay_apart_across_a_shelter_address_and_a_separation_and_for_a_child(string why)
    {
        await BeginAsync(false, register.Lives(Anna, Grown).Lives(Bram, why == "child" ? Today.AddYears(-16) : Grown).Shares(Today.AddYears(-5), Anna, Bram));
        if (why == "shelter")
            await TellAsync(register.IsAtAnAddressThatNobodyMayKnow(Anna, Today.AddDays(-20)));
        if (why == "separation")
            await TellAsync(register.Shares(Today.AddDays(-20), Anna));
        await TellAsync(register.LosesJob(Anna, LastWeek));
        await TellAsync(register.LosesJob(Bram, LastWeek));

        var told = ToldTo(ocmw);
        told.Select(one => (one.Type, one.Insz)).ShouldBe([("signal.issued", Anna), ("signal.issued", Bram)]);
        told[1].SignalId.ShouldNotBe(told[0].SignalId);
        told.ShouldAllBe(one => MomentsOf(one).Count == 1);
    }

    [Fact]
    public async Task A_claim_to_evict_is_bundled_and_never_shown_to_the_caw_and_the_story_of_the_signal_tells_why()
    {
        await BeginAsync(false, register.Lives(Anna, Grown));
        await TellAsync(register.IsToBeEvicted(Anna, LastWeek));
        caw.Count.ShouldBe(0);
        await TellAsync(register.LosesJob(Anna, LastWeek));

        var told = ToldTo(ocmw);
        told.Select(one => one.Type).ShouldBe(["signal.issued", "signal.updated"]);
        CodesOf(told[1]).ShouldBe(["uithuiszetting", "ontslag"], ignoreOrder: true);
        var ofCaw = ToldTo(caw).ShouldHaveSingleItem();
        (ofCaw.Type, ofCaw.SignalId).ShouldBe(("signal.issued", told[0].SignalId));
        CodesOf(ofCaw).ShouldBe(["ontslag"]);
        foreach (var word in new[] { "uithuiszetting", "eviction", "woning", "evict", "huurschuld" })
            ofCaw.Body.ShouldNotContain(word, Case.Insensitive);

        await ShowAsync(told[0].SignalId);
    }

    private async Task ShowAsync(Guid signal)
    {
        var id = $"{signal:D}";
        var story = await HubAsync(0, "signals", "show", id[..8]);
        var json = JsonDocument.Parse((await HubAsync(0, "signals", "show", id, "--json")).Output).RootElement;

        story.Output.ShouldContain($"Signal {id}, priority urgent");
        story.Output.ShouldContain("Moment uithuiszetting: Somebody may lose their home");
        story.Output.ShouldContain($"eviction-claimed of {Register.Id}, happened {LastWeek:yyyy-MM-dd}, known ");
        story.Output.ShouldContain("caw-test: it serves her municipality");
        story.Output.ShouldNotContain(Anna);
        json.GetProperty("id").GetGuid().ShouldBe(signal);
        json.GetRawText().ShouldNotContain(Anna);
        json.GetProperty("moments").EnumerateArray()
            .Select(moment => (moment.GetProperty("code").GetString(), string.Join(' ', moment.GetProperty("chosen").EnumerateArray().Select(one => one.GetProperty("partner").GetString()))))
            .ShouldBe([("uithuiszetting", HubFolder.Ocmw), ("ontslag", $"{HubFolder.Ocmw} caw-test")], ignoreOrder: true);
        json.GetProperty("deliveries").GetArrayLength().ShouldBe(3);

        var unknown = await HubAsync(1, "signals", "show", $"{Guid.Empty:D}");
        (unknown.Output, unknown.Errors.Trim()).ShouldBe(("", "No signal has this id in this store. Take one from hub signals."));
        foreach (var wrong in new[] { "1234567", "no-signal", $"{id}00" })
            (await HubAsync(2, "signals", "show", wrong)).Errors.ShouldContain("Expected the id of a signal, or its first 8 characters or more");
    }

    private static IReadOnlyList<ReceivedSignal> ToldTo(CaseWorkersTool tool) => [.. tool.Received.DistinctBy(one => one.WebhookId)];

    private static List<JsonElement> MomentsOf(ReceivedSignal signal) => [.. JsonDocument.Parse(signal.Body).RootElement.GetProperty("data").GetProperty("moments").EnumerateArray()];

    private static IEnumerable<string?> CodesOf(ReceivedSignal signal) => MomentsOf(signal).Select(moment => moment.GetProperty("code").GetString());

    private static IEnumerable<string?> SourcesOf(ReceivedSignal signal) => MomentsOf(signal).SelectMany(moment => moment.GetProperty("sources").EnumerateArray()).Select(source => source.GetString());

    /// <summary>What is known of the people before anything happens.</summary>
    private async Task BeginAsync(bool onServers, Register known)
    {
        if (onServers)
            folder.On(await production.ForOneTestAsync(Token));
        folder.Save();
        await TellAsync(known);
        (ocmw.Count, caw.Count).ShouldBe((0, 0));
    }

    private async Task TellAsync(Register known)
    {
        known.Publish();
        await OnceAsync();
    }

    private async Task OnceAsync()
    {
        await using var hub = HubProcess.Once(folder);
        await hub.EndsWithAsync(0, Token);
    }

    private async Task<(string Output, string Errors)> HubAsync(int code, params string[] arguments)
    {
        await using var hub = HubProcess.Start(folder.Path, [.. arguments, "--config", folder.Path]);
        await hub.EndsWithAsync(code, Token);
        return (hub.Output, hub.Errors);
    }

    private Task<long> CountAsync(string of) => new HubDatabaseReader(folder).NumberAsync($"SELECT count(*) FROM {of}", Token);
}
