using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Adapters.Conformance.Running;
using IntegrationHub.Plugins.Checking;
using IntegrationHub.Plugins.Manifest;
using Xunit;

namespace IntegrationHub.Adapters.Conformance;

/// <summary>What every source that is asked on a schedule must show. A subclass supplies the fake source.</summary>
public abstract class PullConformance : AdapterConformance
{
    private static readonly TimeSpan SlowIntake = TimeSpan.FromSeconds(1.5);

    /// <inheritdoc/>
    protected PullConformance(string project)
        : base(project)
    {
    }

    /// <inheritdoc/>
    protected PullConformance(PluginFolder plugin)
        : base(plugin)
    {
    }

    /// <summary>Starts a fake of the source: <see cref="FolderSource"/>, <see cref="HttpSource"/>, or one of your own.</summary>
    protected abstract Task<FakeSource> StartSourceAsync();

    /// <summary>A first run reads it all, in pages with a checkpoint each.</summary>
    [Fact]
    public async Task Everything_comes_from_nothing()
    {
        var stage = await StageAsync();
        Enough.PagesIn(await WholeAsync(stage));
    }

    /// <summary>A new instance goes on from each checkpoint in turn; together with what was stored before, nothing is missing.</summary>
    [Fact]
    public async Task Resuming_after_every_checkpoint_loses_nothing()
    {
        var stage = await StageAsync();
        var whole = await WholeAsync(stage);
        Enough.PagesIn(whole);
        for (var stored = 1; stored <= whole.Pages.Count; stored++)
        {
            var journal = new Journal(whole.Pages.Take(stored));
            await PullRun.ToEndAsync(await stage.StartAsync(), journal, null, Token);
            journal.HoldsAllOf(stage.Fake.RecordIds, $"resumed after checkpoint {stored} of {whole.Pages.Count}");
        }
    }

    /// <summary>Killed with a page read and not stored, at each page in turn. Nothing of the killed run is cleaned up before the next begins.</summary>
    [Fact]
    public async Task A_run_killed_at_any_page_loses_nothing()
    {
        var stage = await StageAsync();
        var pages = (await WholeAsync(stage)).Pages.Count;
        for (var stored = 0; stored < pages; stored++)
        {
            var journal = new Journal();
            await using var killed = PullRun.Pull(await stage.StartAsync()).PullAsync(null, Token).GetAsyncEnumerator(Token);
            for (var page = 0; page < stored && await killed.MoveNextAsync(); page++)
                journal.Store(killed.Current);
            await killed.MoveNextAsync();
            await PullRun.ToEndAsync(await stage.StartAsync(), journal, null, Token);
            journal.HoldsAllOf(stage.Fake.RecordIds, $"killed with page {stored + 1} of {pages} read and not stored");
        }
    }

    /// <summary>Each page fails to be stored every other time; the next run goes on from what was stored.</summary>
    [Theory]
    [InlineData(IntakeFailure.Transient)]
    [InlineData(IntakeFailure.Permanent)]
    [InlineData(IntakeFailure.Mixed)]
    public async Task Nothing_is_lost_while_the_intake_fails(IntakeFailure failure)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var stage = await StageAsync();
            var (journal, faults, instance) = (new Journal(), new Faults(failure, seed), await stage.StartAsync());
            while (!await EndsAsync())
                await Task.Yield();
            journal.HoldsAllOf(stage.Fake.RecordIds, $"read by an intake that fails ({failure}, seed {seed})");

            async Task<bool> EndsAsync()
            {
                try
                {
                    await PullRun.ToEndAsync(instance, journal, () => { faults.Strike(); return Task.CompletedTask; }, Token);
                    return true;
                }
                catch (SimulatedFailure e)
                {
                    if (e.IsPermanent)
                        instance = await stage.StartAsync();
                    return false;
                }
            }
        }
    }

    /// <summary>Two first runs give the same records, by id and version: else the hub would store each again.</summary>
    [Fact]
    public async Task Rereading_gives_the_same_ids_and_versions()
    {
        var stage = await StageAsync();
        var (first, second) = (await WholeAsync(stage), await WholeAsync(stage));
        if (!first.Held.SequenceEqual(second.Held))
            Assert.Fail($"Read again from nothing, {first.Held.Except(second.Held).Count()} records have another id or version. Take both from the source, never from the clock, a counter or chance.");
    }

    /// <summary>The first page waits for its storage; nothing times out, and nothing is dropped because nobody asked.</summary>
    [Fact]
    public async Task A_slow_intake_is_waited_for()
    {
        var stage = await StageAsync();
        var (journal, isFirst) = (new Journal(), true);
        await PullRun.ToEndAsync(await stage.StartAsync(), journal, async () =>
        {
            if (isFirst)
                await Task.Delay(SlowIntake, Token);
            isFirst = false;
        }, Token);
        journal.HoldsAllOf(stage.Fake.RecordIds, "read by a slow intake");
    }

    /// <summary>At the first page, and at the second while the source has stopped answering.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task It_stops_within_five_seconds_when_cancelled(int pages)
    {
        var stage = await StageAsync();
        var instance = await stage.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reading = PullRun.Pull(instance).PullAsync(null, stop.Token).GetAsyncEnumerator(stop.Token);
        for (var page = 0; page < pages; page++)
            Assert.True(await reading.MoveNextAsync(), "The fake source gives no page.");
        await stage.Fake.StallAsync();
        var rest = RestAsync();
        await stop.CancelAsync();
        await Soon.EndsAsync(rest, "A run");

        async Task RestAsync()
        {
            await using (reading)
            {
                while (await reading.MoveNextAsync())
                    await Task.Yield();
            }
        }
    }

    /// <summary>It is there.</summary>
    [Fact]
    public async Task The_connection_check_sees_the_source() => await CheckTests.SeesAsync(await (await StageAsync()).StartAsync());

    /// <summary>It is away: a result in time, in the plugin's own words.</summary>
    [Fact]
    public async Task The_connection_check_fails_cleanly_when_the_source_is_away()
    {
        var stage = await StageAsync();
        await stage.Fake.GoAwayAsync();
        await CheckTests.MissesAsync(await stage.StartAsync());
    }

    /// <summary>Logs, messages of exceptions, rejections, checkpoints, ids, facts and <c>ToString()</c>, with the source there and away.</summary>
    [Fact]
    public async Task The_marked_citizen_shows_nowhere()
    {
        var (stage, shown) = (await StageAsync(), new Shown());
        var instance = await stage.StartAsync();
        foreach (var page in (await WholeAsync(stage)).Pages)
            shown.LookAt(page, instance);
        await stage.Fake.GoAwayAsync();
        try
        {
            await foreach (var page in PullRun.Pull(instance).PullAsync(null, Token))
                shown.LookAt(page, instance);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            shown.LookAt(e);
        }

        shown.LookAt(stage.Logs);
        shown.FindsNothing();
    }

    private async Task<Stage<FakeSource>> StageAsync() => Stage(PluginRole.Source, await StartSourceAsync());

    private static async Task<Journal> WholeAsync(Stage<FakeSource> stage)
    {
        var journal = new Journal();
        await PullRun.ToEndAsync(await stage.StartAsync(), journal, null, Token);
        journal.HoldsAllOf(stage.Fake.RecordIds, "read from nothing");
        return journal;
    }
}
