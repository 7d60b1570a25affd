using System.Collections.Concurrent;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>
/// Stores that deliveries arrived: those that arrive while the store is busy with others go together in the next transaction. One by itself waits for nothing.
/// </summary>
internal sealed class Completions(IDeliveryStore deliveries)
{
    private const int Together = 64;
    private readonly ConcurrentQueue<Waiting> waiting = [];
    private int isStoring;

    /// <summary>Returns when it is stored.</summary>
    public async Task StoreAsync(CompletedDelivery completed)
    {
        var one = new Waiting(completed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        waiting.Enqueue(one);
        while (!waiting.IsEmpty && Interlocked.Exchange(ref isStoring, 1) == 0)
        {
            try
            {
                await StoreWaitingAsync();
            }
            finally
            {
                Interlocked.Exchange(ref isStoring, 0);
            }
        }

        await one.Stored.Task;
    }

    private async Task StoreWaitingAsync()
    {
        var together = new List<Waiting>();
        while (together.Count < Together && waiting.TryDequeue(out var next))
            together.Add(next);
        try
        {
            await deliveries.CompleteAsync(together.ConvertAll(one => one.Completed), CancellationToken.None);
            together.ForEach(one => one.Stored.SetResult());
        }
        catch (Exception exception) when (together.Count == 1)
        {
            together[0].Stored.SetException(exception);
        }
        catch (Exception)
        {
            // What is wrong with one is not wrong with the others: each by itself.
            foreach (var one in together)
                await StoreAloneAsync(one);
        }
    }

    private async Task StoreAloneAsync(Waiting one)
    {
        try
        {
            await deliveries.CompleteAsync([one.Completed], CancellationToken.None);
            one.Stored.SetResult();
        }
        catch (Exception exception)
        {
            one.Stored.SetException(exception);
        }
    }

    private sealed record Waiting(CompletedDelivery Completed, TaskCompletionSource Stored);
}
