using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Commands;

/// <summary>One pass: every pull source to its end, in the order of the configuration (a registration list may need the files read before it), then everything that follows from it.</summary>
internal sealed class OnceRun(IHubStore store, CurrentWiring wiring, ISourceRunner runner, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan NothingMoves = TimeSpan.FromSeconds(10);
    private readonly List<SourceSummary> read = [];
    private IReadOnlyList<SourceOverview> sourcesBefore = [];
    private DateTimeOffset begin;

    public async Task BeginAsync(CancellationToken token)
    {
        begin = time.GetUtcNow();
        // What an administrator answered, and was cut off while it was passed on.
        await store.Loads.SettleAsync(begin, null, token);
        sourcesBefore = await store.Operations.SourcesAsync(token);
    }

    public async Task ReadSourcesAsync(CancellationToken token)
    {
        foreach (var source in wiring.Value.Sources.All.Where(source => source.Instance.Pull is not null))
        {
            var result = await RunPatientlyAsync(source.Id, token);
            read.Add(new SourceSummary(source.Id, result.Result, result.Reason, result.Counts));
        }
    }

    public async Task<OnceSummary> FinishAsync(CancellationToken token)
    {
        await WaitUntilSettledAsync(token);
        var warnings = Warnings();
        foreach (var overview in await store.Operations.SourcesAsync(token))
        {
            // What this pass found itself stands below the table already.
            warnings.AddRange(overview.Held.Select(loss => RunFindings.Describe(overview.Source, loss))
                .Where(held => !read.Exists(one => one.Source == overview.Source && one.Reason?.Contains(held, StringComparison.Ordinal) == true)).Select(held => $"{overview.Source}: {held}"));
            var earlier = sourcesBefore.FirstOrDefault(one => one.Source == overview.Source)?.AllCounts ?? IntakeCounts.None;
            if (read.TrueForAll(one => one.Source != overview.Source) && overview.AllCounts.Read > earlier.Read)
                read.Add(new SourceSummary(overview.Source, "done", null, overview.AllCounts - earlier));
        }

        var totals = await store.Operations.TotalsAsync(token);
        return new OnceSummary(read, await store.Operations.ChangesSinceAsync(begin, token), totals.QuarantinedNow, [.. (await store.Loads.QuestionsAsync(token)).Select(AskedLoad.Of)], warnings);
    }

    /// <summary>Of the configuration, what this pass showed to matter: a source of which facts were dropped; and that no signal can come, or some partner is refused what a rule finds.</summary>
    private List<string> Warnings() =>
        [.. WiringWarnings.Of(wiring.Value, time.GetUtcNow()).Where(warning => warning.Source is null || read.Exists(one => one.Source == warning.Source && one.Counts.Minimised > 0)).Select(warning => warning.Text)];

    private async Task<RunResult> RunPatientlyAsync(string source, CancellationToken token)
    {
        var counts = IntakeCounts.None;
        var waited = TimeSpan.Zero;
        while (true)
        {
            var result = await runner.RunAsync(source, "once", token);
            counts += result.Counts;
            if (result is not { Result: "later", RetryAfter: { } pause } || waited + pause > LongestWait)
                return result with { Counts = counts };
            await Console.Error.WriteLineAsync($"{source}: {result.Reason} Going on in {pause.TotalSeconds:0} s.");
            await Task.Delay(pause, time, token);
            waited += pause;
        }
    }

    /// <summary>Until every batch is processed, every delivery settled and all told; what does not move any more (a destination that is away) is left and told in the summary.</summary>
    private async Task WaitUntilSettledAsync(CancellationToken token)
    {
        var terminal = !Console.IsErrorRedirected;
        var lastChange = time.GetTimestamp();
        (long Batches, long Deliveries, int Rechecks, long Events) last = (-1, -1, -1, -1);
        while (true)
        {
            var now = (
                Batches: await store.Journal.CountUnprocessedAsync(token),
                Deliveries: await store.Deliveries.CountPendingAsync(token),
                Rechecks: (await store.Detection.DueRechecksAsync(time.GetUtcNow(), 1, token)).Count,
                Events: await store.Events.CountAsync(token));
            if (now is (0, 0, 0, 0))
                break;
            if (now != last)
                lastChange = time.GetTimestamp();
            else if (now.Batches == 0 && time.GetElapsedTime(lastChange) > NothingMoves)
                break;
            last = now;
            if (terminal)
                await Console.Error.WriteAsync($"\rStill to process: {now.Batches} batches, {now.Deliveries} deliveries   ");
            await Task.Delay(LookAgain, time, token);
        }

        if (terminal)
            await Console.Error.WriteAsync("\r                                                        \r");
    }
}
