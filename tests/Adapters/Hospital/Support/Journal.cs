using System.Collections.Concurrent;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>An intake that keeps what it was given, by the rules of the hub's journal: a version not higher than the stored one is a duplicate, a newer one replaces its facts.</summary>
internal sealed class Journal(IRecordNormaliser normaliser) : IIntake
{
    private readonly Dictionary<string, (long? Version, IReadOnlyList<NormalisedFact> Facts)> records = [];

    public ConcurrentQueue<(SourceRecord Record, RecordOutcome Outcome)> Seen { get; } = new();

    /// <summary>What it throws instead of storing.</summary>
    public Exception? Failure { get; set; }

    /// <summary>The facts that hold now.</summary>
    public IReadOnlyList<Fact> Facts
    {
        get
        {
            lock (records)
                return [.. records.Values.SelectMany(record => record.Facts).Select(fact => fact.Fact)];
        }
    }

    public IEnumerable<(SourceRecord Record, RecordOutcome Outcome)> Quarantined => Seen.Where(seen => seen.Outcome.Kind == RecordOutcomeKind.Quarantined);

    public Task<IReadOnlyList<RecordOutcome>> AcceptAsync(SourceBatch batch, CancellationToken token) =>
        Failure is not null ? Task.FromException<IReadOnlyList<RecordOutcome>>(Failure) : Task.FromResult<IReadOnlyList<RecordOutcome>>([.. batch.Records.Select(Accept)]);

    public RecordOutcome Accept(SourceRecord record)
    {
        var normalised = normaliser.Normalise(record);
        lock (records)
        {
            RecordOutcome outcome;
            if (normalised.IsRejected)
                outcome = new(RecordOutcomeKind.Quarantined, normalised.Rejections);
            else if (records.TryGetValue(record.Id, out var stored) && record.Version <= stored.Version)
                outcome = RecordOutcome.Duplicate;
            else
                (outcome, records[record.Id]) = (RecordOutcome.Accepted, (record.Version, normalised.Facts));
            Seen.Enqueue((record, outcome));
            return outcome;
        }
    }
}
