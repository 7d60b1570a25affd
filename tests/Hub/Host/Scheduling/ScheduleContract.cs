using System.Diagnostics;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Scheduling;

namespace IntegrationHub.Host.Tests.Scheduling;

/// <summary>What schedules do, on each store.</summary>
public abstract class ScheduleContract
{
    protected const string EverySecond = "* * * * * ?";
    protected const string NewYear = "0 0 0 1 1 ?";

    protected static readonly SourceSchedule Metronome = new("metronome", EverySecond);
    protected static readonly SourceSchedule Yearly = new("ocmw", NewYear);
    protected static readonly SourceSchedule Eager = new("ocmw", EverySecond);

    protected FakeRunner Runner { get; } = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The same store each time within one test, empty at first.</summary>
    protected abstract Task<QuartzStore> StoreAsync();

    protected abstract Task ExecuteAsync(string sql);

    [Fact]
    public async Task A_source_runs_on_its_schedule()
    {
        await using var host = await StartAsync(Eager);

        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("schedule");
        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("schedule");
    }

    [Fact]
    public async Task A_schedule_is_read_in_Belgian_time()
    {
        await using var host = await StartAsync(new SourceSchedule("ocmw", "0 30 6 1 7 ?"));

        var next = (await host.Schedules.NextRunAsync("ocmw", Token)).ShouldNotBeNull();
        TimeZoneInfo.ConvertTime(next, BelgianTime.Zone).TimeOfDay.ShouldBe(new TimeSpan(6, 30, 0));
        next.UtcDateTime.TimeOfDay.ShouldBe(new TimeSpan(4, 30, 0));
    }

    [Fact]
    public async Task A_source_does_not_overlap_with_itself_and_holds_up_no_other()
    {
        var release = new TaskCompletionSource();
        Runner.Does["ocmw"] = async (_, _) =>
        {
            await release.Task;
            return FakeRunner.Result("done");
        };
        await using var host = await StartAsync(Eager, Metronome);
        await Runner.NextAsync("ocmw");

        await Runner.NextAsync("metronome", 3);

        Runner.Count("ocmw").ShouldBe(1);
        release.SetResult();
        await Runner.NextAsync("ocmw");
        Runner.Overlapped.ShouldBeEmpty();
    }

    [Fact]
    public async Task Runs_that_were_missed_while_the_hub_was_down_run_once()
    {
        await using (await StartAsync(Yearly))
        {
        }
        await ExecuteAsync($"UPDATE qrtz_triggers SET next_fire_time = {Ticks(TimeSpan.FromDays(-800))} WHERE trigger_group = 'ocmw'");

        await using var host = await StartAsync(Yearly, Metronome);

        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("schedule");
        await Runner.NextAsync("metronome", 3);
        Runner.Count("ocmw").ShouldBe(1);
        (await host.Schedules.NextRunAsync("ocmw", Token)).ShouldNotBeNull().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
    }

    [Theory]
    [InlineData(NewYear)]
    [InlineData("0 0 0 ? jan  mon#1 ")]
    public async Task An_unchanged_schedule_keeps_its_next_run_over_a_restart(string cron)
    {
        var schedule = new SourceSchedule("ocmw", cron);
        await using (await StartAsync(schedule))
        {
        }
        var kept = Ticks(TimeSpan.FromDays(3));
        await ExecuteAsync($"UPDATE qrtz_triggers SET next_fire_time = {kept} WHERE trigger_group = 'ocmw'");

        await using var host = await StartAsync(schedule);

        (await host.Schedules.NextRunAsync("ocmw", Token)).ShouldNotBeNull().UtcTicks.ShouldBe(kept);
    }

    [Fact]
    public async Task A_schedule_that_was_changed_in_the_configuration_replaces_the_stored_one()
    {
        await using (await StartAsync(Yearly))
        {
        }

        await using var host = await StartAsync(Eager);

        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("schedule");
    }

    [Fact]
    public async Task A_source_that_was_removed_from_the_configuration_runs_no_more()
    {
        await using (await StartAsync(Eager, Metronome))
            await Runner.NextAsync("ocmw");
        var before = Runner.Count("ocmw");

        await using var host = await StartAsync(Metronome);

        await Runner.NextAsync("metronome", 2);
        Runner.Count("ocmw").ShouldBe(before);
        (await host.Schedules.NextRunAsync("ocmw", Token)).ShouldBeNull();
        (await Should.ThrowAsync<InvalidOperationException>(host.Schedules.RunNowAsync("ocmw", Token))).Message
            .ShouldBe("Source ocmw has no stored schedule; start the hub once with a configuration that names it as a pull source.");
    }

    [Fact]
    public async Task A_source_that_asks_for_a_pause_gets_it_and_then_runs()
    {
        var pause = TimeSpan.FromSeconds(3);
        Runner.Does["ocmw"] = (run, _) => Task.FromResult(FakeRunner.Result(run.Trigger == "schedule" ? "later" : "done", pause));
        await using var host = await StartAsync(Eager);
        var asked = await Runner.NextAsync("ocmw");

        var later = await Runner.NextAsync("ocmw");

        later.Trigger.ShouldBe("later");
        (later.At - asked.At).ShouldBeGreaterThanOrEqualTo(pause);
        // The pause is over: the schedule goes on.
        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("schedule");
    }

    [Fact]
    public async Task The_pause_that_a_source_asked_for_outlives_a_restart_and_the_last_one_asked_counts()
    {
        Runner.Does["ocmw"] = (run, _) => Task.FromResult(FakeRunner.Result("later", TimeSpan.FromHours(run.Trigger == "now" ? 2 : 1)));
        await using (var first = await StartAsync(Eager))
        {
            await Runner.NextAsync("ocmw");
            await UntilAsync(async () => await first.Schedules.NextRunAsync("ocmw", Token) > TimeProvider.System.GetUtcNow().AddMinutes(59));
            // The pause is stored a moment before the run that asked for it has ended.
            await UntilAsync(() => first.Schedules.RunNowAsync("ocmw", Token));
            await UntilAsync(async () => await first.Schedules.NextRunAsync("ocmw", Token) > TimeProvider.System.GetUtcNow().AddMinutes(119));
        }

        await using var host = await StartAsync(Eager, Metronome);

        await Runner.NextAsync("metronome", 2);
        Runner.Count("ocmw").ShouldBe(2);
        (await host.Schedules.NextRunAsync("ocmw", Token)).ShouldNotBeNull().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddMinutes(119));
    }

    [Fact]
    public async Task A_run_that_failed_and_may_succeed_soon_is_tried_again_before_its_schedule()
    {
        Runner.Does["ocmw"] = (run, _) => Task.FromResult(FakeRunner.Result(run.Trigger == "now" ? "failed" : "done", TimeSpan.FromSeconds(1)));
        await using var host = await StartAsync(Yearly);
        await host.Schedules.RunNowAsync("ocmw", Token);
        var failed = await Runner.NextAsync("ocmw");

        var again = await Runner.NextAsync("ocmw");

        again.Trigger.ShouldBe("later");
        (again.At - failed.At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_failed_run_whose_schedule_comes_first_gets_no_extra_run()
    {
        Runner.Does["ocmw"] = (_, _) => Task.FromResult(FakeRunner.Result("failed", TimeSpan.FromMinutes(10)));
        await using var host = await StartAsync(Eager);

        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("schedule");
        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("schedule");
        (await host.Schedules.NextRunAsync("ocmw", Token)).ShouldNotBeNull().ShouldBeLessThan(TimeProvider.System.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public async Task A_run_that_breaks_its_promise_and_throws_leaves_the_schedule_alive()
    {
        Runner.Does["ocmw"] = (_, _) => throw new InvalidOperationException("broken");
        await using var host = await StartAsync(Eager);

        await Runner.NextAsync("ocmw");
        await Runner.NextAsync("ocmw");
    }

    [Fact]
    public async Task Run_now_runs_a_source_at_once_and_not_twice()
    {
        var release = new TaskCompletionSource();
        Runner.Does["ocmw"] = async (_, _) =>
        {
            await release.Task;
            return FakeRunner.Result("done");
        };
        await using var host = await StartAsync(Yearly);
        (await host.Schedules.IsRunningAsync("ocmw", Token)).ShouldBeFalse();

        (await host.Schedules.RunNowAsync("ocmw", Token)).ShouldBeTrue();

        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("now");
        (await host.Schedules.IsRunningAsync("ocmw", Token)).ShouldBeTrue();
        (await host.Schedules.RunNowAsync("ocmw", Token)).ShouldBeFalse();
        release.SetResult();
        await UntilAsync(async () => !await host.Schedules.IsRunningAsync("ocmw", Token));
        Runner.Count("ocmw").ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_fires_nothing_sees_the_schedules_and_has_the_hub_run_one()
    {
        await using var hub = await StartAsync(Yearly);
        var elsewhere = new FakeRunner();
        await using var commandLine = ScheduledHost.Create(await StoreAsync(), elsewhere, Yearly);

        (await commandLine.Schedules.NextRunAsync("ocmw", Token)).ShouldBe(await hub.Schedules.NextRunAsync("ocmw", Token));
        (await commandLine.Schedules.IsRunningAsync("ocmw", Token)).ShouldBeFalse();
        (await commandLine.Schedules.RunNowAsync("ocmw", Token)).ShouldBeTrue();

        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("now");
        elsewhere.Count("ocmw").ShouldBe(0);
    }

    [Fact]
    public async Task A_run_stops_with_its_host_and_is_run_again_by_the_next()
    {
        var told = new TaskCompletionSource();
        Runner.Does["ocmw"] = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => told.TrySetResult(), TaskScheduler.Default);
            return FakeRunner.Result("cancelled");
        };
        var first = await StartAsync(Yearly);
        await first.Schedules.RunNowAsync("ocmw", Token);
        await Runner.NextAsync("ocmw");

        var stopping = Stopwatch.StartNew();
        await first.DisposeAsync();

        stopping.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        told.Task.IsCompleted.ShouldBeTrue();
        Runner.Does.Clear();
        await using var second = await StartAsync(Yearly);
        (await Runner.NextAsync("ocmw")).Trigger.ShouldBe("now");
    }

    [Fact]
    public async Task A_run_that_does_not_listen_holds_its_host_up_for_five_seconds_at_most()
    {
        var release = new TaskCompletionSource();
        Runner.Does["ocmw"] = async (_, _) =>
        {
            await release.Task;
            return FakeRunner.Result("done");
        };
        await using var host = await StartAsync(Yearly);
        await host.Schedules.RunNowAsync("ocmw", Token);
        await Runner.NextAsync("ocmw");

        var stopping = Stopwatch.StartNew();
        await host.StopAsync();

        stopping.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8));
        release.SetResult();
    }

    protected async Task<ScheduledHost> StartAsync(params SourceSchedule[] schedules) => await ScheduledHost.StartAsync(await StoreAsync(), Runner, schedules);

    protected static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(45));
        while (!await condition())
            await Task.Delay(20, limit.Token);
    }

    private static long Ticks(TimeSpan fromNow) => TimeProvider.System.GetUtcNow().Add(fromNow).UtcTicks;
}
