using IntegrationHub.Adapters.Sdk;
using Xunit;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>What the hub would hold: every record that was stored, less those that a later complete export of their kind no longer held.</summary>
internal sealed class Journal
{
    private readonly Dictionary<string, (long? Version, Snapshot? Snapshot)> records = new(StringComparer.Ordinal);

    public Journal(params IEnumerable<SourceBatch> stored)
    {
        foreach (var page in stored)
            Store(page);
    }

    public Checkpoint? Checkpoint { get; private set; }

    public List<SourceBatch> Pages { get; } = [];

    /// <summary>Id and version of all that is held, in a fixed order.</summary>
    public IReadOnlyList<(string Id, long? Version)> Held => [.. records.Select(record => (record.Key, record.Value.Version)).OrderBy(one => one.Key, StringComparer.Ordinal)];

    public void Store(SourceBatch page)
    {
        Pages.Add(page);
        Checkpoint = page.Checkpoint ?? Checkpoint;
        foreach (var record in page.Records)
            records[record.Id] = (record.Version, page.Snapshot);
        if (page.Snapshot is { IsLast: true } ended)
        {
            foreach (var (id, _) in records.Where(record => record.Value.Snapshot is { } of && of.Scope == ended.Scope && of.Id != ended.Id).ToList())
                records.Remove(id);
        }
    }

    /// <summary>Fails the test unless exactly the records of the source are held.</summary>
    public void HoldsAllOf(IReadOnlyCollection<string> expected, string when)
    {
        var missing = expected.Except(records.Keys).ToList();
        if (missing.Count > 0)
            Assert.Fail($"{missing.Count} of {expected.Count} records were lost when the source was {when}; the first is '{missing[0]}'.");
        var unknown = records.Keys.Except(expected).ToList();
        if (unknown.Count > 0)
            Assert.Fail($"{unknown.Count} records came that the fake source does not name when it was {when}; the first is '{unknown[0]}'. Name it in RecordIds, or give a record the same id whenever it is read.");
    }
}
