using IntegrationHub.EndToEnd.Tests.Chaos.Partners;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>What came of a plan, held against what the input alone says must come of it.</summary>
internal sealed class Reckoning
{
    private readonly List<string> mistakes = [];

    public int Records { get; private set; }

    public int Moments { get; private set; }

    /// <summary>Records that no table has.</summary>
    public int Lost { get; private set; }

    /// <summary>Moments that should be and are not.</summary>
    public int Missing { get; private set; }

    /// <summary>Moments, facts and signals that are there twice, or that should not be.</summary>
    public int Doubled { get; private set; }

    public int Undelivered { get; private set; }

    /// <summary>Sent more than once, each time under its one webhook-id.</summary>
    public int SentAgain { get; private set; }

    public IReadOnlyList<string> Mistakes => mistakes;

    public static async Task<Reckoning> OfAsync(ChaosWorld world, CancellationToken token)
    {
        var reckoning = new Reckoning();
        await reckoning.CountRecordsAsync(world, token);
        await reckoning.CountMomentsAsync(world, token);
        reckoning.CountMessages(world.Feed.Cases, [.. world.Tool.Received]);
        await reckoning.CountDeliveriesAsync(world, token);
        reckoning.mistakes.AddRange(world.Feed.Surprises.Distinct());
        if (await world.LedgerAsync(token) is { AddsUp: false, Output: var book })
            reckoning.mistakes.Add($"The ledger does not add up: {book}");
        return reckoning;
    }

    private async Task CountRecordsAsync(ChaosWorld world, CancellationToken token)
    {
        var stored = (await world.Database.RowsAsync(
            "SELECT s.name, count(*) FROM records r JOIN sources s ON s.id = r.source WHERE NOT r.withdrawn GROUP BY s.name",
            row => (Source: row.GetString(0), Count: row.GetInt64(1)),
            token)).ToDictionary(row => row.Source, row => (int)row.Count);
        foreach (var source in world.Feed.Cases.Where(one => !one.IsGone).SelectMany(one => one.Records).GroupBy(source => source))
        {
            var found = stored.GetValueOrDefault(source.Key);
            Records += source.Count();
            Lost += Math.Max(0, source.Count() - found);
            Expect($"records of {source.Key}", found, source.Count());
        }

        foreach (var (source, read, outcomes) in await world.Database.RowsAsync(
            "SELECT source, sum(read_count), sum(accepted) + sum(duplicate) + sum(quarantined) FROM source_counts GROUP BY source",
            row => (row.GetString(0), Convert.ToInt64(row[1], null), Convert.ToInt64(row[2], null)),
            token))
        {
            Expect($"what became of what was read of {source}", outcomes, read);
        }

        var broken = world.Feed.Cases.Count(one => one.IsBroken);
        Records += broken;
        var quarantined = (int)await world.Database.NumberAsync("SELECT count(*) FROM quarantine WHERE resolved_at IS NULL", token);
        Lost += Math.Max(0, broken - quarantined);
        Expect("records in quarantine", quarantined, broken);
        var twice = (int)await world.Database.NumberAsync(
            "SELECT count(*) FROM (SELECT 1 FROM facts f JOIN batches b ON b.id = f.batch_id GROUP BY b.source, f.record_id, f.fact_key, f.revision HAVING count(*) > 1) AS twice", token);
        Doubled += twice;
        Expect("facts that are there twice", twice, 0);
        Expect("batches not processed", await world.Database.NumberAsync("SELECT count(*) FROM batches WHERE processed_at IS NULL", token), 0);
        Expect("batches in quarantine", await world.Database.NumberAsync("SELECT count(*) FROM batches WHERE quarantined IS NOT NULL", token), 0);
    }

    private async Task CountMomentsAsync(ChaosWorld world, CancellationToken token)
    {
        Moments = world.Feed.Cases.Count(one => one.HasMoment);
        var found = (int)await world.Database.NumberAsync("SELECT count(*) FROM moments WHERE withdrawn_at IS NULL", token);
        Missing += Math.Max(0, Moments - found);
        Doubled += Math.Max(0, found - Moments);
        Expect("moments", found, Moments);
        Expect("moments that raised no signal", await world.Database.NumberAsync("SELECT count(*) FROM moments WHERE withdrawn_at IS NULL AND outcome <> 'signalled'", token), 0);
        Expect("events not published", await world.Database.NumberAsync("SELECT count(*) FROM events", token), 0);
    }

    private void CountMessages(IReadOnlyList<CitizenCase> cases, IReadOnlyList<ReceivedSignal> received)
    {
        var byId = received.GroupBy(one => one.WebhookId).ToList();
        SentAgain = byId.Count(same => same.Count() > 1);
        foreach (var same in byId.Where(same => same.Select(one => (one.SignalId, one.Type)).Distinct().Count() > 1))
            mistakes.Add($"webhook-id {same.Key} came with {same.Select(one => (one.SignalId, one.Type)).Distinct().Count()} different messages");
        var messages = byId.Select(same => same.First()).ToList();
        var of = messages.ToLookup(one => one.Insz);
        var withdrawals = messages.Where(one => one.Type == "signal.withdrawn").ToLookup(one => one.SignalId);
        foreach (var one in cases)
        {
            var issued = of[one.Insz].Count(message => message.Type == "signal.issued");
            // Of what its source took back whole a withdrawal names nobody: only the signal.
            var withdrawn = of[one.Insz].Select(message => message.SignalId).Distinct().Sum(signal => withdrawals[signal].Count());
            if (one.HasMoment && issued == 0)
                Undelivered++;
            if (issued > 1)
                Doubled++;
            // What was sent and not answered may have come, so it is taken back too: the tool then hears of a signal that it does not have.
            var isRight = one.HasMoment ? (issued, withdrawn) is (1, 0) : issued <= withdrawn && withdrawn <= (one.MayHaveHadOne ? 1 : 0);
            if (!isRight)
                mistakes.Add($"{one}: signal issued {issued} and withdrawn {withdrawn} times");
        }
    }

    private async Task CountDeliveriesAsync(ChaosWorld world, CancellationToken token)
    {
        var deliveries = await world.Database.RowsAsync(
            $"SELECT id, state, signal_id, kind FROM deliveries WHERE recipient <> '{ChaosWorld.Caw}'",
            row => (Id: Guid.Parse(row.GetValue(0).ToString()!), State: row.GetString(1), Signal: row.GetValue(2).ToString(), Kind: row.GetString(3)),
            token);
        var came = world.Tool.Received.Select(one => Guid.Parse(one.WebhookId)).ToHashSet();
        var delivered = deliveries.Where(one => one.State == "delivered").ToList();
        Undelivered += delivered.Count(one => !came.Contains(one.Id));
        Expect("deliveries that count as delivered and never came", delivered.Count(one => !came.Contains(one.Id)), 0);
        Expect("messages that are no delivery of the hub", came.Except(deliveries.Select(one => one.Id)).Count(), 0);
        Expect("signals issued twice", delivered.Where(one => one.Kind == "issued").GroupBy(one => one.Signal).Count(signal => signal.Count() > 1), 0);
        foreach (var refusal in await world.Database.RowsAsync("SELECT coalesce(detail, ''), count(*) FROM deliveries WHERE state = 'refused' AND recipient <> '' GROUP BY 1", row => (row.GetString(0), row.GetInt64(1)), token))
            mistakes.Add($"{refusal.Item2} deliveries refused: {refusal.Item1}");
        CountFiles(world.Feed.Cases, ToolFiles.Read(world.ToolFolder));
        foreach (var state in deliveries.Where(one => one.State is "pending" or "failed" or "expired").GroupBy(one => one.State))
            mistakes.Add($"{state.Count()} deliveries are {state.Key}");
    }

    /// <summary>One file for each signal: what was told last.</summary>
    private void CountFiles(IReadOnlyList<CitizenCase> cases, ILookup<string, string> files)
    {
        foreach (var one in cases)
        {
            var standing = files[one.Insz].Count(type => type != "signal.withdrawn");
            if (standing < (one is { IsOfJob: true, HasMoment: true } ? 1 : 0))
                Undelivered++;
            Expect($"files about {one}", standing, one is { IsOfJob: true, HasMoment: true } ? 1 : 0);
        }
    }

    private void Expect(string what, long found, long expected)
    {
        if (found != expected)
            mistakes.Add($"{what}: {found} instead of {expected}");
    }
}
