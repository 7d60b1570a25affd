using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Tests.Intake;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Operations;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Rescanning;

public sealed class ASourceThatIsReplaced
{
    private readonly IHubStore store = Substitute.For<IHubStore>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_is_just_starting_is_stopped_before_it_reads()
    {
        var looking = new TaskCompletionSource<IReadOnlyList<SourceOverview>>();
        store.Operations.SourcesAsync(Arg.Any<CancellationToken>()).Returns(looking.Task);
        var pull = new Pull((_, _) => { });
        var wiring = new CurrentWiring(ASource.Wiring(ASource.Pulling(pull)));
        var runner = Runner(wiring);
        var run = runner.RunAsync(ASource.Id, "schedule", Token);

        wiring.Replace(ASource.Wiring());
        await runner.StopAsync(ASource.Id);
        looking.SetResult([]);

        (await run).Result.ShouldBe("later");
        pull.Runs.ShouldBe(0);
        (await runner.RunAsync(ASource.Id, "now", Token)).Reason.ShouldBe("'ours' is not a configured pull source of this host.");
    }

    [Fact]
    public async Task A_plugin_that_throws_when_its_run_is_stopped_does_not_break_the_rescan()
    {
        var reads = new TaskCompletionSource();
        var pull = new Pull((_, token) =>
        {
            token.Register(() => throw new InvalidOperationException("I will not."));
            reads.SetResult();
        });
        var runner = Runner(new CurrentWiring(ASource.Wiring(ASource.Pulling(pull))));
        var run = runner.RunAsync(ASource.Id, "now", Token);
        await reads.Task.WaitAsync(Token);

        await runner.StopAsync(ASource.Id);

        (await run).Result.ShouldBe("later");
    }

    [Fact]
    public async Task A_plugin_that_throws_when_it_must_not_listen_any_more_leaves_its_successor_listening()
    {
        var (first, second) = (new Push(throws: true), new Push(throws: false));
        var wiring = new CurrentWiring(ASource.Wiring(ASource.Pushing(first)));
        using var pushes = new PushSources(wiring, Backlog(wiring), TimeProvider.System, NullLogger<PushSources>.Instance);
        await pushes.FollowAsync(Token);
        await first.Listens.Task.WaitAsync(Token);

        wiring.Replace(ASource.Wiring(ASource.Pushing(second)));
        await pushes.FollowAsync(Token);

        await second.Listens.Task.WaitAsync(Token);
        wiring.Replace(ASource.Wiring());
        await pushes.FollowAsync(Token);
    }

    private SourceRunner Runner(CurrentWiring wiring) => new(wiring, store, Backlog(wiring), TimeProvider.System, NullLogger<SourceRunner>.Instance);

    private Backlog Backlog(CurrentWiring wiring) => new(store, wiring, TimeProvider.System, NullLogger<Backlog>.Instance);

    private sealed class Pull(Action<Checkpoint?, CancellationToken> starts) : IPullSource
    {
        public int Runs { get; private set; }

        public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
        {
            Runs++;
            starts(after, token);
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            yield break;
        }
    }

    private sealed class Push(bool throws) : IPushSource
    {
        public TaskCompletionSource Listens { get; } = new();

        public async Task RunAsync(IIntake intake, CancellationToken token)
        {
            if (throws)
                token.Register(() => throw new InvalidOperationException("I will not."));
            Listens.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }
    }
}
