using IntegrationHub.Contracts;
using IntegrationHub.Core.Loads;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Operations;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Journal;

/// <summary>Stores one page, inside one transaction.</summary>
internal sealed class PageAppend(Session session, Names names, KeysNow keys, JournalPage page, LoadWatch loads)
{
    private const int VanishedAtOnce = 2000;
    private readonly DateTimeOffset knownAt = Micros.Cut(page.KnownAt);
    private readonly bool[] isDuplicate = new bool[page.Records.Count];
    private readonly HashSet<int> met = [];
    private int stored;
    private int withdrawn;
    private int taken;
    private int batches;

    public async Task<AppendResult> RunAsync()
    {
        var citizens = new CitizenLookup(session, keys.Citizens);
        await citizens.ResolveAsync(page.Records);
        var facts = new FactsOfRecord(page.Source, knownAt, citizens, keys.Seal);
        var source = await names.SourceAsync(session, page.Source);
        var snapshot = page.Snapshot is null ? null : await PageSnapshot.FindAsync(session, source, page.Snapshot);
        // Before the records, as where a loss is accepted: the two wait for each other and never in a circle. A record that is tried again is no reading of another export.
        if (page is { Snapshot: { } export, IsRetry: false })
            await HeldLosses.ForgetOthersAsync(session, source, export.Scope, snapshot!.Id);
        var records = new PageRecords(session, source, snapshot?.Id, facts);
        var held = new HeldFacts(session, names, page.Source);

        var quarantine = new PageQuarantine(session, page, isDuplicate);
        foreach (var past in await quarantine.PastAsync())
            isDuplicate[past] = true;
        foreach (var round in Rounds())
            await RoundAsync(round, records, facts, held);
        await records.SeeAsync([.. page.Quarantined.Select(record => record.RecordId).Distinct()]);
        if (snapshot is not null && page is { IsRetry: false, Records.Count: > 0 })
            await snapshot.TellAsync(met);
        var loss = page.Snapshot is { IsLast: true } ? await EndSnapshotAsync(page.Snapshot.Scope, snapshot!, records, facts, held) : null;
        if (loss is not null)
            await HeldLosses.SettleAsync(session, source, snapshot!.Id, loss, Micros.Of(knownAt));
        await quarantine.WriteAsync(keys.Seal);

        var duplicates = isDuplicate.Count(static one => one);
        var counts = new IntakeCounts(
            page.Read ?? page.Records.Count + page.Quarantined.Count, page.Records.Count - duplicates, duplicates, page.Quarantined.Count, stored, page.Minimised);
        return new AppendResult(isDuplicate, counts, withdrawn, batches, loss is { Gone: > 0 } ? loss : null, await EndAsync(counts));
    }

    /// <summary>Writes the books, and says whether the page began a load about which a person is asked.</summary>
    private async Task<LoadReason?> EndAsync(IntakeCounts counts)
    {
        if (page.Guard is not { } guard || stored == withdrawn)
        {
            await PageBooks.WriteAsync(session, page, counts, taken);
            return null;
        }

        var (volume, isFirst) = await loads.BeginAsync(session, page, guard);
        if (!volume.Counts(Micros.Of(knownAt)))
        {
            await PageBooks.WriteAsync(session, page, counts, taken);
            return isFirst && guard.AsksFirst ? LoadReason.FirstLoad : null;
        }

        var today = await PageBooks.WriteAsync(session, page, counts, taken, volume.Day, stored - withdrawn);
        if (volume.HasJump || today <= volume.Most)
            return null;
        await LoadWatch.OpenJumpAsync(session, page, volume);
        return LoadReason.Jump;
    }

    /// <summary>What is to be stored of the page, in rounds, each record id at most once in each: a second version of a record must find the first one stored.</summary>
    private List<List<(int Index, JournalRecord Record)>> Rounds()
    {
        var rounds = new List<List<(int Index, JournalRecord Record)>>();
        var seen = new Dictionary<string, int>(page.Records.Count, StringComparer.Ordinal);
        for (var i = 0; i < page.Records.Count; i++)
        {
            var record = page.Records[i];
            if (isDuplicate[i])
                continue;
            var round = seen[record.RecordId] = seen.GetValueOrDefault(record.RecordId, -1) + 1;
            if (round == rounds.Count)
                rounds.Add([]);
            rounds[round].Add((i, record));
        }

        return rounds;
    }

    private async Task RoundAsync(List<(int Index, JournalRecord Record)> round, PageRecords records, FactsOfRecord facts, HeldFacts held)
    {
        var sorted = round.ConvertAll(one => one.Record);
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.RecordId, right.RecordId));
        var isNew = await records.InsertAsync(sorted);
        var newer = new Dictionary<string, KnownRecord>(StringComparer.Ordinal);
        var before = Enumerable.Empty<Fact>().ToLookup(fact => fact.RecordId);
        if (isNew.Count < round.Count)
        {
            var incoming = sorted.Where(record => !isNew.Contains(record.RecordId)).ToDictionary(record => record.RecordId, StringComparer.Ordinal);
            var known = await records.LockAsync(incoming.Values);
            met.UnionWith(known.Where(record => !record.IsWithdrawn).Select(record => record.Snapshot).OfType<int>());
            newer = known.Where(record => record.IsOlderThan(incoming[record.RecordId])).ToDictionary(record => record.RecordId, StringComparer.Ordinal);
            await records.SeeAsync([.. incoming.Keys.Where(id => !newer.ContainsKey(id))]);
            await records.RememberAsync([.. known.Where(record => !newer.ContainsKey(record.RecordId) && record.Lacks(incoming[record.RecordId])).Select(record => incoming[record.RecordId])]);
            if (newer.Count > 0)
            {
                before = await held.LoadAsync([.. newer.Values]);
                await records.UpdateAsync([.. newer.Values.Select(record => (record.Left(incoming[record.RecordId]), record))]);
            }
        }

        var rows = new List<PageFact>(round.Count);
        foreach (var (index, record) in round)
        {
            if (isNew.Contains(record.RecordId))
                facts.Add(rows, record, 1, []);
            else if (newer.TryGetValue(record.RecordId, out var known))
                facts.Add(rows, known.Left(record), known.Revision + 1, [.. before[record.RecordId]]);
            else
                isDuplicate[index] = true;
        }

        await WriteAsync(rows);
    }

    private async Task<SnapshotLoss> EndSnapshotAsync(string scope, PageSnapshot snapshot, PageRecords records, FactsOfRecord facts, HeldFacts held)
    {
        var (gone, known, missed) = await records.CountVanishedAsync(scope);
        if (page.LargestLoss < 1 && gone > 0 && (IsTooMuch(gone, known) || await HoldsTooLittleAsync(snapshot, missed)))
            return new SnapshotLoss(scope, gone, known, IsHeld: true);
        var last = "";
        while (await records.LockVanishedAsync(scope, last, VanishedAtOnce) is { Count: > 0 } vanished)
        {
            last = vanished[^1].RecordId;
            var before = await held.LoadAsync(vanished);
            await records.WithdrawAsync(vanished);
            taken += vanished.Count;
            await WriteAsync([.. vanished.SelectMany(record => before[record.RecordId].Select(old => facts.Withdrawal(old, record.Revision + 1)))]);
        }

        await snapshot.BelieveAsync();
        return new SnapshotLoss(scope, gone, known, IsHeld: false);
    }

    private bool IsTooMuch(long gone, long known) => known >= JournalPage.FewestToHold && gone > page.LargestLoss * known;

    /// <summary>Whether nothing in it could be read, or none of several that were known is in it: however few, that is rather a wrong file than what happened to people.</summary>
    private static async Task<bool> HoldsTooLittleAsync(PageSnapshot snapshot, long missed) => await snapshot.HeldAsync() switch
    {
        SnapshotHolds.Nothing => true,
        SnapshotHolds.NewOnly => missed > 1,
        _ => false,
    };

    private async Task WriteAsync(List<PageFact> rows)
    {
        batches += await FactWriter.WriteAsync(session, names, page.Source, Micros.Of(knownAt), keys.Seal.Id, rows);
        stored += rows.Count;
        withdrawn += rows.Count(row => row.IsWithdrawal);
    }
}
