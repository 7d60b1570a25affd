using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Host.Tests.Intake;
using IntegrationHub.Storage.Delivery;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Delivery;

public sealed class DestinationsGoTheirOwnPace
{
    private const int AtOnce = 16;
    private const int Most = 64;
    private static readonly SignalContent Content = new(new RuleSet([], []), new RightSet([], []), new LegalGate([]), []);
    private readonly IDeliveryStore store = Substitute.For<IDeliveryStore>();
    private readonly Dead dead = new();
    private readonly Prompt prompt = new();
    private int held;

    [Fact]
    public async Task A_dead_one_holds_few_deliveries_and_does_not_hold_up_the_others()
    {
        var waiting = new Dictionary<string, int> { ["dead"] = 1000, ["prompt"] = 1000 };
        store.OpenFactsAsync(default, null!, TestContext.Current.CancellationToken).ReturnsForAnyArgs([]);
        store.ClaimDueAsync(null!, default, default, 0, null!, TestContext.Current.CancellationToken).ReturnsForAnyArgs(call =>
        {
            List<DueDelivery> claimed = [];
            foreach (var destination in waiting.Keys.Except(call.ArgAt<IReadOnlyCollection<string>>(4)).ToList())
            {
                var take = Math.Min(waiting[destination], call.ArgAt<int>(3));
                waiting[destination] -= take;
                claimed.AddRange(Enumerable.Range(0, take).Select(_ => Delivery(destination)));
            }

            held = Math.Max(held, claimed.Count(one => one.Destination == "dead"));
            return claimed;
        });
        var attempt = new DeliveryAttempt(store, to => new DeliveryWay(Content, to == "dead" ? dead : prompt), TimeProvider.System, NullLogger<DeliveryAttempt>.Instance);
        using var worker = new DeliveryWorker(store, attempt, new WorkSignals(), ASource.Configuration(), TimeProvider.System, NullLogger<DeliveryWorker>.Instance);

        await worker.StartAsync(TestContext.Current.CancellationToken);
        await Until.TrueAsync("all of the prompt one arrived", () => Task.FromResult(prompt.Delivered == 1000), TestContext.Current.CancellationToken);
        var asked = dead.Asked;
        await worker.StopAsync(TestContext.Current.CancellationToken);

        (asked, held, waiting["dead"]).ShouldBe((AtOnce, Most, 1000 - Most));
    }

    private static DueDelivery Delivery(string destination)
    {
        var moment = new Moment("ontslag", "ontslag", CitizenRef.New(), new FactIdentity("magda", "r", "end"), "employment-ended", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        return new DueDelivery(
            Guid.NewGuid(), Guid.NewGuid(), TellingKind.Withdrawn, [new StoredMoment(Guid.NewGuid(), moment, IsWithdrawn: true)], "ocmw-gent", destination, null, "municipality", 1, DateTimeOffset.UnixEpoch);
    }

    private sealed class Dead : ISignalDestination
    {
        private int asked;

        public int Asked => asked;

        public async Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token)
        {
            Interlocked.Increment(ref asked);
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            throw new InvalidOperationException("It never answers.");
        }
    }

    private sealed class Prompt : ISignalDestination
    {
        private int delivered;

        public int Delivered => delivered;

        public Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token)
        {
            Interlocked.Increment(ref delivered);
            return Task.FromResult(DeliveryResult.Delivered());
        }
    }
}
