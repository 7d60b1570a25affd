using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Intake;

public sealed class WhenTooMuchWaits
{
    private readonly IHubStore store = Substitute.For<IHubStore>();
    private readonly SteppedTime time = new();
    private long waiting;

    public WhenTooMuchWaits() => store.Journal.CountUnprocessedAsync(Arg.Any<CancellationToken>()).Returns(_ => Interlocked.Read(ref waiting));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_door_closes_at_the_limit_and_opens_when_a_fifth_is_done()
    {
        var backlog = Backlog(new CurrentWiring(ASource.Wiring()));

        (await AtAsync(backlog, 4999)).ShouldBeFalse();
        (await AtAsync(backlog, 5000)).ShouldBeTrue();
        (await AtAsync(backlog, 4000)).ShouldBeTrue();
        (await AtAsync(backlog, 3999)).ShouldBeFalse();
        (await AtAsync(backlog, 4999)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_sends_is_let_in_while_sources_that_are_read_wait()
    {
        var backlog = Backlog(new CurrentWiring(ASource.Wiring()));

        (await ReadsAtAsync(backlog, 3999)).ShouldBeTrue();
        (await ReadsAtAsync(backlog, 4000)).ShouldBeFalse();
        (await AtAsync(backlog, 4999)).ShouldBeFalse();
        (await ReadsAtAsync(backlog, 3000)).ShouldBeFalse();
        (await ReadsAtAsync(backlog, 2999)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_store_is_asked_once_a_second_however_many_send()
    {
        var backlog = Backlog(new CurrentWiring(ASource.Wiring()));
        await AtAsync(backlog, 0);
        store.Journal.ClearReceivedCalls();

        for (var i = 0; i < 100; i++)
            await backlog.IsFullAsync(Token);

        await store.Journal.DidNotReceive().CountUnprocessedAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_source_that_sends_is_asked_to_come_back_and_nothing_of_it_is_stored()
    {
        waiting = 5000;
        var intake = Substitute.For<IIntake>();
        var paced = new PacedIntake(intake, Backlog(new CurrentWiring(ASource.Wiring())));

        (await Should.ThrowAsync<RetryLaterException>(() => paced.AcceptAsync(new SourceBatch { Records = [] }, Token))).Delay.ShouldBe(TimeSpan.FromSeconds(10));

        await intake.DidNotReceiveWithAnyArgs().AcceptAsync(null!, Token);
    }

    [Fact]
    public async Task A_source_that_is_read_waits_and_goes_on()
    {
        var pages = new Pages(() =>
        {
            Interlocked.Exchange(ref waiting, 5000);
            time.Step();
        });
        store.Journal.CheckpointAsync(ASource.Id, Arg.Any<CancellationToken>()).Returns("read before");
        var wiring = new CurrentWiring(ASource.Wiring(ASource.Pulling(pages)));
        var runner = new SourceRunner(wiring, store, Backlog(wiring), time, NullLogger<SourceRunner>.Instance);
        var run = runner.RunAsync(ASource.Id, "now", Token);

        await Until.TrueAsync("it waits", () => Task.FromResult(time.Waiting == 1), Token);
        pages.Given.ShouldBe(1);
        time.Step();
        await Until.TrueAsync("it waits again", () => Task.FromResult(time.Waiting == 1), Token);
        pages.Given.ShouldBe(1);

        Interlocked.Exchange(ref waiting, 0);
        time.Step();
        (await run).Result.ShouldBe("done");
        pages.Given.ShouldBe(2);
    }

    private async Task<bool> AtAsync(Backlog backlog, long count)
    {
        Interlocked.Exchange(ref waiting, count);
        time.Step();
        return await backlog.IsFullAsync(Token);
    }

    /// <summary>Whether a source that is read goes on.</summary>
    private async Task<bool> ReadsAtAsync(Backlog backlog, long count)
    {
        using var stop = new CancellationTokenSource();
        Interlocked.Exchange(ref waiting, count);
        time.Step();
        var room = backlog.UntilRoomAsync(stop.Token);
        var goesOn = room.IsCompletedSuccessfully;
        await stop.CancelAsync();
        await room.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return goesOn;
    }

    private Backlog Backlog(CurrentWiring wiring) => new(store, wiring, time, NullLogger<Backlog>.Instance);

    /// <summary>Two empty pages; after the first there is too much to do.</summary>
    private sealed class Pages(Action afterFirst) : IPullSource
    {
        public int Given { get; private set; }

        public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
        {
            await Task.Yield();
            Given = 1;
            afterFirst();
            yield return new SourceBatch { Records = [] };
            Given = 2;
            yield return new SourceBatch { Records = [] };
        }
    }
}
