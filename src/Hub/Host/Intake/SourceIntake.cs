using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Telemetry;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Intake;

/// <summary>The one way in, for one source: normalise, pseudonymise, store, wake the relay. When it returns, the journal has the page.</summary>
internal sealed class SourceIntake(
    string source, RecordReader reader, double largestLoss, LoadGuard guard, IJournalStore journal, WorkSignals signals, TimeProvider time, ILogger<SourceIntake> logger) : IIntake
{
    public async Task<IReadOnlyList<RecordOutcome>> AcceptAsync(SourceBatch batch, CancellationToken token) =>
        (await AcceptPageAsync(batch, token)).Outcomes;

    /// <summary>As <see cref="AcceptAsync"/>, of records out of quarantine.</summary>
    public async Task<IReadOnlyList<RecordOutcome>> RetryAsync(SourceBatch batch, CancellationToken token) => (await StoreAsync(batch, reader.Read, isRetry: true, token)).Outcomes;

    /// <summary>Puts a record in quarantine without asking the normaliser.</summary>
    public async Task<IReadOnlyList<RecordOutcome>> RejectAsync(SourceRecord record, Rejection because, CancellationToken token) =>
        (await StoreAsync(new SourceBatch { Records = [record] }, (one, snapshot, _) => reader.Quarantine(one, snapshot, [because]), isRetry: false, token)).Outcomes;

    /// <summary>As <see cref="AcceptAsync"/>, with what a run tells of it.</summary>
    public Task<PageResult> AcceptPageAsync(SourceBatch batch, CancellationToken token) => StoreAsync(batch, reader.Read, isRetry: false, token);

    private async Task<PageResult> StoreAsync(SourceBatch batch, Func<SourceRecord, Snapshot?, DateTimeOffset, RecordReading> readOne, bool isRetry, CancellationToken token)
    {
        using var trace = HubTelemetry.Traces.StartActivity("intake")?.SetTag("source", source).SetTag("records", batch.Records.Count);
        var now = time.GetUtcNow();
        var accepted = new List<JournalRecord>(batch.Records.Count);
        var quarantined = new List<QuarantinedRecord>();
        var outcomes = new RecordOutcome?[batch.Records.Count];
        var refusedFiles = new List<string>();
        var minimised = 0;
        for (var i = 0; i < batch.Records.Count; i++)
        {
            var read = readOne(batch.Records[i], batch.Snapshot, now);
            minimised += read.Minimised;
            if (read.Accepted is not null)
            {
                accepted.Add(isRetry ? read.Accepted with { Rested = reader.HashOf(batch.Records[i]) } : read.Accepted);
                continue;
            }

            quarantined.Add(read.Quarantined! with { Place = accepted.Count });
            outcomes[i] = new RecordOutcome(RecordOutcomeKind.Quarantined, read.Rejections);
            if (batch.Records[i].Kind == SourceRecord.WholeFile)
                refusedFiles.Add(string.Join(" ", read.Rejections));
            logger.LogWarning("Quarantined {Kind} {RecordId} of source {Source}: {Rejections}", read.Quarantined!.Kind, read.Quarantined.RecordId, source, string.Join(" ", read.Rejections));
        }

        var result = await journal.AppendAsync(
            new JournalPage
            {
                Source = source,
                Records = accepted,
                Quarantined = quarantined,
                Read = batch.Records.Count,
                Checkpoint = batch.Checkpoint?.Value,
                Snapshot = batch.Snapshot is { } snapshot ? new JournalSnapshot(snapshot.Scope, snapshot.Id, snapshot.IsLast) : null,
                LargestLoss = largestLoss,
                Guard = guard,
                Minimised = minimised,
                IsRetry = isRetry,
                KnownAt = now,
            },
            token);
        if (result.Batches > 0)
            signals.Relay.Wake();
        HubTelemetry.CountRecords(source, result.Counts.Accepted, result.Counts.Duplicate, result.Counts.Quarantined);
        trace?.SetTag("quarantined", quarantined.Count);

        var next = 0;
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] ??= result.IsDuplicate[next++] ? RecordOutcome.Duplicate : RecordOutcome.Accepted;
        if (result.Loss is { } loss)
            logger.LogWarning("Source {Source}: {Loss}", source, RunFindings.Describe(source, loss));
        if (result.Opened is { } reason)
            logger.LogWarning("{Question}", LoadSentence.Opened(source, reason));
        return new PageResult(outcomes!, result.Counts, refusedFiles, result.Loss);
    }
}
