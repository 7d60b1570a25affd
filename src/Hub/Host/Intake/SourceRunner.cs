using System.Collections.Concurrent;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Composition;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Intake;

/// <summary>Runs a pull source: page by page, each stored before the next is asked for, and none asked for while too much waits to be processed.</summary>
internal sealed class SourceRunner(CurrentWiring wiring, IHubStore store, Backlog backlog, TimeProvider time, ILogger<SourceRunner> logger) : ISourceRunner
{
    private static readonly TimeSpan AfterTransientFailure = TimeSpan.FromMinutes(1);

    /// <summary>A source that this host does not have: another host may, or this one after its rescan.</summary>
    private static readonly TimeSpan NotHere = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    /// <summary>What a plugin has to take in that its run stops.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> running = new();

    public async Task<RunResult> RunAsync(string source, string trigger, CancellationToken token)
    {
        // Without a timer it holds nothing that must be disposed, and a rescan may cancel it at any moment.
        var replaced = new CancellationTokenSource();
        if (!running.TryAdd(source, replaced))
            return new RunResult("later", "It is running already.", null, IntakeCounts.None);
        try
        {
            // Only now: a rescan that replaces the source from here on finds this run and stops it.
            var sources = wiring.Value.Sources;
            if (sources.Find(source) is not { Instance.Pull: { } pull } found)
            {
                return sources.Broken.TryGetValue(source, out var problem)
                    ? new RunResult("failed", problem, null, IntakeCounts.None)
                    : new RunResult("failed", $"'{source}' is not a configured pull source of this host.", NotHere, IntakeCounts.None);
            }

            if (trigger != "now" && await PauseAsync(source, token) is { } pause)
                return new RunResult("paused", pause, null, IntakeCounts.None);
            var run = await store.Operations.StartRunAsync(source, trigger, time.GetUtcNow(), token);
            var result = await ReadToItsEndAsync(found, pull, replaced.Token, token);
            await store.Operations.FinishRunAsync(run, result.Result, result.Reason, result.Counts, time.GetUtcNow(), CancellationToken.None);
            if (result.Result is "failed")
                logger.LogError("Source {Source} failed: {Reason}", source, result.Reason);
            else
                logger.LogInformation("Source {Source}: {Result}, read {Read}, accepted {Accepted}, duplicate {Duplicate}, quarantined {Quarantined}. {Reason}", source, result.Result, result.Counts.Read, result.Counts.Accepted, result.Counts.Duplicate, result.Counts.Quarantined, result.Reason ?? "");
            return result;
        }
        finally
        {
            running.TryRemove(source, out _);
        }
    }

    /// <summary>Stops the run of a source that was changed or removed, if it runs. What was read is stored.</summary>
    public async Task StopAsync(string source)
    {
        if (!running.TryGetValue(source, out var run))
            return;
        try
        {
            await run.CancelAsync().WaitAsync(LongestStop, time);
        }
        catch (Exception exception)
        {
            // What a plugin does when it is told to stop is its own business, and none of the rescan.
            logger.LogWarning("Source {Source} failed while it was told to stop: {Thrown}", source, Thrown.Describe(exception));
        }
    }

    /// <summary>Why the source is left alone now; null when it is not.</summary>
    private async Task<string?> PauseAsync(string source, CancellationToken token)
    {
        var overview = (await store.Operations.SourcesAsync(token)).FirstOrDefault(one => one.Source == source);
        return overview is { PausedBecause: { } reason } && (overview.ResumesAt is null || overview.ResumesAt > time.GetUtcNow()) ? reason : null;
    }

    private async Task<RunResult> ReadToItsEndAsync(Source source, IPullSource pull, CancellationToken replaced, CancellationToken token)
    {
        var findings = new RunFindings(source.Id);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(replaced, token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            await backlog.UntilRoomAsync(either.Token);
            var stored = await store.Journal.CheckpointAsync(source.Id, either.Token);
            await foreach (var page in pull.PullAsync(stored is null ? null : new Checkpoint(stored), either.Token))
            {
                findings.Add(await source.Intake.AcceptPageAsync(page, either.Token));
                await backlog.UntilRoomAsync(either.Token);
            }

            await store.Loads.EndFirstAsync(source.Id, time.GetUtcNow(), either.Token);
            return findings.Result(await NothingAsync(source, findings, either.Token));
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return new RunResult("cancelled", "The hub stopped.", null, findings.Counts);
        }
        catch (Exception) when (replaced.IsCancellationRequested)
        {
            return new RunResult("later", "Its configuration was changed while it ran; it goes on as configured now.", AtOnce, findings.Counts);
        }
        catch (RetryLaterException exception)
        {
            return new RunResult("later", exception.Message, exception.Delay, findings.Counts);
        }
        catch (PermanentFailureException exception)
        {
            return new RunResult("failed", exception.Message, null, findings.Counts);
        }
        catch (Exception exception)
        {
            return new RunResult("failed", $"{Thrown.Describe(exception)}.", AfterTransientFailure, findings.Counts);
        }
    }

    /// <summary>What to say of a source that holds nothing and never did; null of any other.</summary>
    private async Task<string?> NothingAsync(Source source, RunFindings findings, CancellationToken token)
    {
        if (findings.Counts.Read > 0 || await store.Journal.CheckpointAsync(source.Id, token) is not null)
            return null;
        var check = source.Instance.Check is { } tried ? await tried.CheckAsync(token) : null;
        return check is { HasNothingToRead: true } ? check.Detail : "The source gave no record, and never did.";
    }
}
