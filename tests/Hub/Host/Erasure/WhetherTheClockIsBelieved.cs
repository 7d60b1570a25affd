using IntegrationHub.Host.Erasure;
using IntegrationHub.Host.Health;
using IntegrationHub.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Erasure;

public sealed class WhetherTheClockIsBelieved
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
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
        await store.Alerts.Received(1).StartAsync(RetentionClock.Code, Arg.Is<string>(detail => detail.Contains("2020-11-22")), Now, Arg.Any<CancellationToken>());
        clock.GoOn(TimeSpan.FromHours(23));
        (await AskAsync(watch)).ShouldBeFalse();
        clock.GoOn(TimeSpan.FromHours(2));
        (await AskAsync(watch)).ShouldBeTrue();
        await store.Alerts.Received(1).EndAsync(RetentionClock.Code, Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>());
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

    private static Task<bool> AskAsync(RetentionClock watch) => watch.IsBelievedAsync(TestContext.Current.CancellationToken);

    private RetentionClock Watch() => new(store, new HubAlerts(store, clock, NullLogger<HubAlerts>.Instance), clock);

    private void UsedAt(DateTimeOffset? at) => store.Erasure.LastUsedAsync(Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(at);

    /// <summary>A clock that may be set, beside a stopwatch that may not.</summary>
    private sealed class SetClock : TimeProvider
    {
        private long ticks;

        public DateTimeOffset Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => ticks;

        public void GoOn(TimeSpan span)
        {
            ticks += span.Ticks;
            Now += span;
        }
    }
}
