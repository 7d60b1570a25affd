using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Simulators.Magda;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class Rounds
{
    private static readonly string Sample = Path.Combine(Folders.Sample, "replies");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Throttling_asks_for_later_and_loses_nothing(bool asUitzondering)
    {
        await using var calm = new Rig();
        await StartAsync(calm, options => options);
        var expected = await calm.RunAsync();

        await using var rig = new Rig();
        await StartAsync(rig, options => options with { ThrottlePerSecond = 9, ThrottleAsUitzondering = asUitzondering });
        var intake = await rig.RunAsync();

        intake.Stops.Count.ShouldBeGreaterThan(1);
        intake.Stops.ShouldAllBe(stop => ((RetryLaterException)stop).Delay == TimeSpan.FromSeconds(7));
        intake.Latest.Keys.Order().ShouldBe(expected.Latest.Keys.Order());
        intake.Latest.Values.ShouldAllBe(one => !one.Result.IsRejected);
        intake.Facts.Count().ShouldBe(expected.Facts.Count());
    }

    [Fact]
    public async Task A_throttled_page_is_given_as_far_as_it_was_read()
    {
        await using var rig = new Rig();
        rig.Options["concurrency"] = "1";
        await StartAsync(rig, options => options with { Faults = [new() { Service = "GeefPersoon", Insz = Fourth, Kind = MagdaFaultKind.Throttle }] });
        var intake = new Intake();
        await Should.ThrowAsync<RetryLaterException>(() => rig.RunOnceAsync(intake));
        intake.Pages.ShouldHaveSingleItem().Records.Count.ShouldBe(9);
        rig.Checkpoint.ShouldNotBeNull().Value.ShouldEndWith(""","after":"4","stops":1}""");
    }

    [Fact]
    public async Task A_gateway_that_always_throttles_one_citizen_is_never_taken_for_her_answer()
    {
        await using var rig = new Rig();
        await StartAsync(rig, options => options with { Faults = [new() { Service = "GeefPersoon", Insz = Fourth, Kind = MagdaFaultKind.Throttle }] });
        await Should.ThrowAsync<RetryLaterException>(() => rig.RunAsync(maxStops: 10));
    }

    [Fact]
    public async Task An_answer_that_always_says_busy_is_quarantined_after_three_stops_and_the_round_goes_on()
    {
        await using var rig = new Rig();
        await StartAsync(rig, options => options with { Faults = [new() { Service = "GeefPersoon", Insz = Fourth, Kind = MagdaFaultKind.Busy }] });
        var intake = await rig.RunAsync();
        intake.Stops.Count.ShouldBe(3);
        intake.RejectedCodes("GeefPersoon").ShouldBe(["99995"]);
        intake.Latest.Count.ShouldBe(18);
    }

    [Fact]
    public async Task No_answer_in_time_stops_the_run_and_in_the_end_only_that_answer_is_quarantined()
    {
        await using var rig = new Rig();
        rig.Options["timeoutSeconds"] = "1";
        rig.Options["stuckAfter"] = "1";
        rig.UseRealClock();
        await StartAsync(rig, options => options with { Faults = [new() { Service = "GeefPersoon", Insz = Fourth, Kind = MagdaFaultKind.Timeout }] });
        var intake = await rig.RunAsync();
        intake.Stops.ShouldHaveSingleItem().ShouldBeOfType<TimeoutException>();
        intake.RejectedCodes("GeefPersoon").ShouldBe(["timeout"]);
        intake.Latest.Count.ShouldBe(18);
    }

    [Fact]
    public async Task A_round_that_was_killed_resumes_after_the_last_stored_page()
    {
        await using var rig = new Rig();
        rig.Options["pageSize"] = "2";
        await StartAsync(rig, options => options);
        var intake = new Intake();
        await foreach (var page in rig.Source.PullAsync(null, TestContext.Current.CancellationToken))
        {
            intake.Accept(page, rig.Normaliser);
            rig.Checkpoint = page.Checkpoint;
            break;
        }

        var before = rig.Log.Count;
        await rig.RunOnceAsync(intake);
        intake.Latest.Count.ShouldBe(18);
        rig.Log.Count.ShouldBe(before + 16);
    }

    [Fact]
    public async Task A_place_in_another_list_starts_the_round_anew()
    {
        await using var rig = new Rig();
        await rig.SimulateAsync(Sample);
        rig.Options["citizens"] = "caseload";
        rig.Caseload.Add(Fourth);
        rig.Checkpoint = new("""{"list":"file:citizens.txt","after":"999","stops":0}""");
        (await rig.RunAsync()).Latest.Count.ShouldBe(3);
        rig.Checkpoint.ShouldBe(new("""{"list":"caseload","after":null,"stops":0}"""));
    }

    [Fact]
    public async Task A_finished_round_starts_anew_and_says_the_same()
    {
        await using var rig = new Rig();
        await StartAsync(rig, options => options);
        var first = await rig.RunAsync();
        var second = await rig.RunAsync();
        second.Latest.Keys.Order().ShouldBe(first.Latest.Keys.Order());
        second.Facts.Select(Json).ShouldBe(first.Facts.Select(Json), ignoreOrder: true);
        second.Pages[^1].Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_soap_fault_now_and_then_is_quarantined_and_the_rest_goes_on()
    {
        await using var rig = new Rig();
        rig.Options["registreerInschrijving"] = "false";
        await StartAsync(rig, options => options with { Faults = [new() { EveryNth = 5 }] });
        var intake = await rig.RunAsync();
        intake.Latest.Values.Count(one => one.Result.IsRejected && one.Result.Rejections[0].Code == "Server").ShouldBe(3);
        intake.Latest.Count.ShouldBe(18);
    }

    [Fact]
    public async Task Nothing_in_the_list_gives_no_page()
    {
        await using var rig = new Rig();
        await rig.SimulateAsync(Sample);
        rig.List("# nobody yet");
        (await rig.RunAsync()).Pages.ShouldBeEmpty();
    }

    private static string Json(NormalisedFact fact) => System.Text.Encoding.UTF8.GetString(FactContract.Serialize(fact.Fact));

    private const string Fourth = "97653006275";

    private static async Task StartAsync(Rig rig, Func<MagdaSimulatorOptions, MagdaSimulatorOptions> configure)
    {
        rig.Options["citizens"] = "file:" + Path.Combine(Folders.Sample, "citizens.txt");
        await rig.SimulateAsync(Sample, configure);
    }
}
