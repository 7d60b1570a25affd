using System.Collections.Concurrent;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Intake;

/// <summary>Runs a pull source: page by page, each stored before the next is asked for.</summary>
internal sealed class SourceRunner(SourceCatalog sources, IHubStore store, TimeProvider time, ILogger<SourceRunner> logger) : ISourceRunner
{
    private static readonly TimeSpan AfterTransientFailure = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, bool> running = new();

    public async Task<RunResult> RunAsync(string source, string trigger, CancellationToken token)
    {
        if (sources.Find(source) is not { Instance.Pull: { } pull } found)
            return new RunResult("failed", sources.Broken.GetValueOrDefault(source) ?? $"'{source}' is not a configured pull source.", null, IntakeCounts.None);
        if (trigger != "now" && await PauseAsync(source, token) is { } pause)
            return new RunResult("paused", pause, null, IntakeCounts.None);
        if (!running.TryAdd(source, true))
            return new RunResult("later", "It is running already.", null, IntakeCounts.None);
        try
        {
            var run = await store.Operations.StartRunAsync(source, trigger, time.GetUtcNow(), token);
            var result = await ReadToItsEndAsync(found, pull, token);
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

    /// <summary>Why the source is left alone now; null when it is not.</summary>
    private async Task<string?> PauseAsync(string source, CancellationToken token)
    {
        var overview = (await store.Operations.SourcesAsync(token)).FirstOrDefault(one => one.Source == source);
        return overview is { PausedBecause: { } reason } && (overview.ResumesAt is null || overview.ResumesAt > time.GetUtcNow()) ? reason : null;
    }

    private async Task<RunResult> ReadToItsEndAsync(Source source, IPullSource pull, CancellationToken token)
    {
        var counts = IntakeCounts.None;
        try
        {
            var stored = await store.Journal.CheckpointAsync(source.Id, token);
            await foreach (var page in pull.PullAsync(stored is null ? null : new Checkpoint(stored), token))
                counts += (await source.Intake.AcceptPageAsync(page, token)).Counts;
            return new RunResult("done", null, null, counts);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return new RunResult("cancelled", "The hub stopped.", null, counts);
        }
        catch (RetryLaterException exception)
        {
            return new RunResult("later", exception.Message, exception.Delay, counts);
        }
        catch (PermanentFailureException exception)
        {
            return new RunResult("failed", exception.Message, null, counts);
        }
        catch (Exception exception)
        {
            return new RunResult("failed", $"{Thrown.Describe(exception)}.", AfterTransientFailure, counts);
        }
    }
}
