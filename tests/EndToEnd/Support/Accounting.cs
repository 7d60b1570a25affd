namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>Whether everything of an export came through: every record accounted for, every moment once, every signal once at the tool.</summary>
internal sealed class Accounting(HubFolder folder, JobsExport export, CaseWorkersTool tool)
{
    public HubDatabaseReader Database { get; } = new(folder);

    /// <summary>Waits until this many records are in the journal.</summary>
    public Task<TimeSpan> UntilRecordsAsync(long records, HubProcess hub, CancellationToken token) => Until.TrueAsync(
        $"{records} records are stored", async () => await Database.RecordsAsync(token) >= records || hub.End.IsCompleted, token, () => hub.Errors);

    /// <summary>Waits until the hub has nothing left to do.</summary>
    public Task<TimeSpan> UntilDoneAsync(HubProcess hub, CancellationToken token) => Until.TrueAsync("everything is read, processed and delivered", IsDoneAsync, token, () => hub.Errors);

    /// <summary>Asserts all of it.</summary>
    public async Task ShouldBeCompleteAsync(CancellationToken token)
    {
        (await Database.RowsAsync(
            "SELECT sum(read_count), sum(accepted), sum(duplicate), sum(quarantined) FROM source_counts",
            row => (Read: Number(row[0]), Accepted: Number(row[1]), Duplicate: Number(row[2]), Quarantined: Number(row[3])),
            token))[0].ShouldBe((export.Rows, export.Records, export.Repeated, export.Broken));
        (await Database.RecordsAsync(token)).ShouldBe(export.Records);
        (await Database.NumberAsync("SELECT count(*) FROM quarantine", token)).ShouldBe(export.Broken);
        (await Database.NumberAsync("SELECT count(*) FROM batches WHERE processed_at IS NULL OR quarantined IS NOT NULL", token)).ShouldBe(0);
        (await Database.NumberAsync("SELECT count(*) FROM (SELECT record_id, fact_key FROM facts GROUP BY record_id, fact_key HAVING count(*) > 1) AS twice", token)).ShouldBe(0);

        var expected = export.LostJob.Count;
        (await Database.NumberAsync("SELECT count(*) FROM moments WHERE withdrawn_at IS NULL", token)).ShouldBe(expected);
        (await Database.NumberAsync("SELECT count(*) FROM moments", token)).ShouldBe(expected);
        (await Database.NumberAsync("SELECT count(*) FROM signals", token)).ShouldBe(expected);
        (await Database.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 'delivered'", token)).ShouldBe(expected);
        (await Database.NumberAsync("SELECT count(*) FROM deliveries", token)).ShouldBe(expected);

        // The same message may come again after a kill, under the same id: that is how a tool knows.
        var messages = tool.Received.DistinctBy(one => one.WebhookId).ToList();
        messages.ShouldAllBe(one => one.Type == "signal.issued");
        messages.Select(one => one.SignalId).ShouldBeUnique();
        messages.Select(one => one.Insz!).ShouldBeUnique();
        export.LostJob.SetEquals(messages.Select(one => one.Insz!)).ShouldBeTrue();
    }

    private async Task<bool> IsDoneAsync() =>
        tool.Count >= export.LostJob.Count
        && await Database.NumberAsync("SELECT sum(read_count) FROM source_counts", CancellationToken.None) >= export.Rows
        && await Database.NumberAsync("SELECT count(*) FROM batches WHERE processed_at IS NULL", CancellationToken.None) == 0
        && await Database.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 'pending'", CancellationToken.None) == 0
        && await Database.NumberAsync("SELECT count(*) FROM events", CancellationToken.None) == 0;

    private static int Number(object value) => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
}
