using IntegrationHub.Host.Erasure;
using IntegrationHub.Host.Health;
using IntegrationHub.Host.Tests.Intake;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Alerts;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Erasure;

public sealed class WhetherTheClockIsBelieved
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Code = "clock-ahead:" + ASource.Configuration().Instance;
    private readonly IHubStore store = Substitute.For<IHubStore>();
    private readonly SetClock clock = new() { Now = Now };

    [Fact]
    public async Task A_store_that_was_used_lately_or_never_is_no_reason_to_wait()
    {
        UsedAt(Now.AddHours(-20));
        (await AskAsync(Watch())).ShouldBeTrue();
        UsedAt(null);
        (await AskAsync(Watch())).ShouldBeTrue();
        await store.Alerts.DidNotReceiveWithAnyArgs().StartAsync("", "", default, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_clock_that_was_set_forward_before_the_start_is_told_and_for_a_day_nothing_is_erased_by_it()
    {
        UsedAt(Now.AddYears(-6));
        var watch = Watch();

        (await AskAsync(watch)).ShouldBeFalse();
        await store.Alerts.Received(1).StartAsync(Code, Arg.Is<string>(detail => detail.Contains("2020-11-22")), Now, Arg.Any<CancellationToken>());
        clock.GoOn(TimeSpan.FromHours(23));
        (await AskAsync(watch)).ShouldBeFalse();
        clock.GoOn(TimeSpan.FromHours(2));
        (await AskAsync(watch)).ShouldBeTrue();
        await store.Alerts.Received(1).EndAsync(Code, Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_clock_that_is_set_forward_while_the_hub_runs_is_not_believed_either()
    {
        UsedAt(Now);
        var watch = Watch();
        (await AskAsync(watch)).ShouldBeTrue();
        clock.GoOn(TimeSpan.FromDays(1));
        (await AskAsync(watch)).ShouldBeTrue();

        clock.GoOn(TimeSpan.FromHours(1));
        clock.Now = clock.Now.AddYears(5);

        (await AskAsync(watch)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_restart_does_not_shorten_the_day_though_the_store_was_used_at_the_false_time_meanwhile()
    {
        TellsSince(Now, Code);
        clock.GoOn(TimeSpan.FromHours(20));
        UsedAt(clock.Now);
        var watch = Watch();

        (await AskAsync(watch)).ShouldBeFalse();
        clock.GoOn(TimeSpan.FromHours(3));
        (await AskAsync(watch)).ShouldBeFalse();
        clock.GoOn(TimeSpan.FromHours(2));
        (await AskAsync(watch)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_clock_that_was_set_right_is_believed_and_ends_what_its_own_host_told()
    {
        TellsSince(Now.AddYears(1), Code, "clock-ahead:other");
        UsedAt(Now);

        (await AskAsync(Watch())).ShouldBeTrue();

        await store.Alerts.Received(1).EndAsync(Code, Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>());
        await store.Alerts.DidNotReceive().EndAsync("clock-ahead:other", Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_another_host_told_of_its_clock_is_no_reason_to_wait()
    {
        TellsSince(Now, "clock-ahead:other");
        UsedAt(Now);

        (await AskAsync(Watch())).ShouldBeTrue();
    }

    private static Task<bool> AskAsync(RetentionClock watch) => watch.IsBelievedAsync(TestContext.Current.CancellationToken);

    private void TellsSince(DateTimeOffset at, params string[] codes) => store.Alerts.OpenAsync(Arg.Any<CancellationToken>()).Returns([.. codes.Select(code => new Alert(code, "", at, null))]);

    private RetentionClock Watch() => new(store, new HubAlerts(store, clock, NullLogger<HubAlerts>.Instance), ASource.Configuration(), clock);

    private void UsedAt(DateTimeOffset? at) => store.Erasure.LastUsedAsync(Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(at);
}
