namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>Counts what arrives.</summary>
internal sealed class Arrivals
{
    private TaskCompletionSource done = new();
    private int expected;

    public void Expect(int records) => (done, expected) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), records);

    public void Add(int records)
    {
        if (Interlocked.Add(ref expected, -records) == 0)
            done.SetResult();
    }

    public Task WaitAsync() => done.Task;
}
