using System.Collections.Concurrent;
using System.Threading.Channels;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Tests.Scheduling;

/// <summary>Stands in for the intake: notes each run, and runs what the test says. May serve several hosts at once, to see what they do together.</summary>
public sealed class FakeRunner : ISourceRunner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly ConcurrentDictionary<string, Channel<Run>> waiting = new();
    private readonly ConcurrentDictionary<string, int> counts = new();
    private readonly ConcurrentDictionary<string, int> running = new();

    /// <summary>Source ids that were running twice at one moment.</summary>
    public ConcurrentBag<string> Overlapped { get; } = [];

    /// <summary>What a run of a source does; done when not said.</summary>
    public ConcurrentDictionary<string, Func<Run, CancellationToken, Task<RunResult>>> Does { get; } = new();

    public static RunResult Result(string result, TimeSpan? retryAfter = null) => new(result, null, retryAfter, IntakeCounts.None);

    public int Count(string source) => counts.GetValueOrDefault(source);

    /// <summary>The next run that the test has not seen.</summary>
    public async Task<Run> NextAsync(string source)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        return await Waiting(source).Reader.ReadAsync(limit.Token);
    }

    /// <summary>Lets time pass without a clock: until another source has run so often from now on.</summary>
    public async Task NextAsync(string source, int times)
    {
        while (Waiting(source).Reader.TryRead(out _))
        {
        }
        for (var i = 0; i < times; i++)
            await NextAsync(source);
    }

    public async Task<RunResult> RunAsync(string source, string trigger, CancellationToken token)
    {
        var run = new Run(source, trigger, TimeProvider.System.GetUtcNow());
        if (running.AddOrUpdate(source, 1, (_, now) => now + 1) > 1)
            Overlapped.Add(source);
        counts.AddOrUpdate(source, 1, (_, now) => now + 1);
        Waiting(source).Writer.TryWrite(run);
        try
        {
            return Does.TryGetValue(source, out var does) ? await does(run, token) : Result("done");
        }
        finally
        {
            running.AddOrUpdate(source, 0, (_, now) => now - 1);
        }
    }

    private Channel<Run> Waiting(string source) => waiting.GetOrAdd(source, _ => Channel.CreateUnbounded<Run>());
}
