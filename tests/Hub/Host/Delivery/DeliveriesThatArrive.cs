using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Storage.Delivery;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Delivery;

public class DeliveriesThatArrive
{
    private readonly IDeliveryStore store = Substitute.For<IDeliveryStore>();
    private readonly List<int> transactions = [];

    [Fact]
    public async Task Are_stored_together_while_the_store_is_busy()
    {
        var busy = new TaskCompletionSource();
        store.CompleteAsync(Arg.Do<IReadOnlyList<CompletedDelivery>>(completed => transactions.Add(completed.Count)), Arg.Any<CancellationToken>()).Returns(_ => busy.Task);
        var completions = new Completions(store);

        var all = Enumerable.Range(0, 10).Select(_ => completions.StoreAsync(Arrived())).ToList();
        transactions.ShouldBe([1]);
        busy.SetResult();
        await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        transactions.ShouldBe([1, 9]);
    }

    [Fact]
    public async Task Do_not_fail_because_another_cannot_be_stored()
    {
        var bad = Arrived();
        var busy = new TaskCompletionSource();
        store.CompleteAsync(Arg.Any<IReadOnlyList<CompletedDelivery>>(), Arg.Any<CancellationToken>())
            .Returns(async call =>
            {
                await busy.Task;
                if (call.Arg<IReadOnlyList<CompletedDelivery>>().Contains(bad))
                    throw new TimeoutException();
            });
        var completions = new Completions(store);

        var good = completions.StoreAsync(Arrived());
        var failing = completions.StoreAsync(bad);
        var other = completions.StoreAsync(Arrived());
        busy.SetResult();

        await Task.WhenAll(good, other).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await Should.ThrowAsync<TimeoutException>(failing);
    }

    [Fact]
    public async Task Are_each_stored_however_many_come_at_once()
    {
        var stored = 0;
        store.CompleteAsync(Arg.Any<IReadOnlyList<CompletedDelivery>>(), Arg.Any<CancellationToken>()).Returns(async call =>
        {
            await Task.Yield();
            Interlocked.Add(ref stored, call.Arg<IReadOnlyList<CompletedDelivery>>().Count);
        });
        var completions = new Completions(store);

        await Parallel.ForEachAsync(Enumerable.Range(0, 5000), TestContext.Current.CancellationToken, async (_, _) => await completions.StoreAsync(Arrived()))
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        stored.ShouldBe(5000);
    }

    private static CompletedDelivery Arrived()
    {
        var moment = new Moment("ontslag", "ontslag", CitizenRef.New(), new FactIdentity("magda", "r", "end"), "employment-ended", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        return new CompletedDelivery(
            new DueDelivery(Guid.NewGuid(), Guid.NewGuid(), TellingKind.Issued, [new StoredMoment(Guid.NewGuid(), moment, IsWithdrawn: false)], "ocmw-gent", "inbox", null, "municipality", 1, DateTimeOffset.UnixEpoch), new Disclosure([], "12/2026", null), DateTimeOffset.UnixEpoch);
    }
}
