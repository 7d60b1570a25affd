using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Adapters.Conformance.Running;
using IntegrationHub.Plugins.Checking;
using IntegrationHub.Plugins.Manifest;
using Xunit;

namespace IntegrationHub.Adapters.Conformance;

/// <summary>What every source that is sent to over a connection of its own must show. A subclass supplies the fake sender.</summary>
public abstract class PushConformance : AdapterConformance
{
    // Long enough for an acknowledgement that does not wait to arrive on this machine.
    private static readonly TimeSpan Hasty = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected PushConformance(string project)
        : base(project)
    {
    }

    /// <inheritdoc/>
    protected PushConformance(PluginFolder plugin)
        : base(plugin)
    {
    }

    /// <summary>Starts a fake of the system that sends.</summary>
    protected abstract Task<FakeSender> StartSenderAsync();

    /// <summary>Every message becomes its record.</summary>
    [Fact]
    public async Task Every_message_is_stored_and_acknowledged() => await SendAllAsync(new TrialIntake(_ => Task.CompletedTask), "sent once");

    /// <summary>While the journal has not stored a message, nothing is acknowledged; when it cannot, never.</summary>
    [Fact]
    public async Task Nothing_is_acknowledged_before_the_journal_has_it()
    {
        var stage = await StageAsync();
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var intake = new TrialIntake(stored.Task.WaitAsync);
        await using var run = PushRun.Start(await stage.StartAsync(), intake, Token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Longest);
        var sending = stage.Fake.SendAsync(0, patience.Token);
        while (!intake.Asked.IsCompleted)
        {
            await Task.WhenAny(intake.Asked, sending);
            if (sending.IsCompleted && !intake.Asked.IsCompleted && await sending)
                Assert.Fail("A message was acknowledged before it was given to the intake. Acknowledge after AcceptAsync has returned.");
            if (sending.IsCompleted && !intake.Asked.IsCompleted)
            {
                await Task.Delay(20, Token);
                sending = stage.Fake.SendAsync(0, patience.Token);
            }
        }

        await Task.WhenAny(sending, Task.Delay(Hasty, Token));
        if (sending.IsCompleted && await sending)
            Assert.Fail("A message was acknowledged while the journal was still storing it. Await AcceptAsync before the acknowledgement.");
        stored.SetException(new SimulatedFailure(isPermanent: false));
        if (await AcknowledgedAsync(sending))
            Assert.Fail("A message was acknowledged though AcceptAsync threw: nothing of it is in the journal. Close the connection, or answer that it was not taken.");
    }

    /// <summary>The journal fails every other time; the sender sends again until it is acknowledged.</summary>
    [Theory]
    [InlineData(IntakeFailure.Transient)]
    [InlineData(IntakeFailure.Permanent)]
    [InlineData(IntakeFailure.Mixed)]
    public async Task Nothing_acknowledged_is_lost_while_the_intake_fails(IntakeFailure failure)
    {
        var faults = new Faults(failure, seed: 1);
        await SendAllAsync(new TrialIntake(_ =>
        {
            faults.Strike();
            return Task.CompletedTask;
        }), $"taken by an intake that fails ({failure})");
    }

    /// <summary>Each message is cut at ten places, then sent whole.</summary>
    [Fact]
    public async Task A_connection_cut_anywhere_loses_nothing_acknowledged()
    {
        var stage = await StageAsync();
        var intake = new TrialIntake(_ => Task.CompletedTask);
        await using var run = PushRun.Start(await stage.StartAsync(), intake, Token);
        await PushRun.UntilAcknowledgedAsync(stage.Fake, 0, Token);
        for (var cut = 0; cut <= 10; cut++)
        {
            var message = cut % stage.Fake.RecordIds.Count;
            await stage.Fake.SendPartAsync(message, cut / 10.0, Token);
            await PushRun.UntilAcknowledgedAsync(stage.Fake, message, Token);
            HoldsAll(intake, stage.Fake.RecordIds.Take(Math.Min(cut + 1, stage.Fake.RecordIds.Count)), $"cut after {cut * 10}% of a message");
            if (intake.HeldTwoOf(stage.Fake.RecordIds[message]))
                Assert.Fail($"A message that was cut after {cut * 10}% was stored as if it were whole. Store it when its end has come, and drop it when the connection ends before.");
        }
    }

    /// <summary>While nothing happens, and while a message waits for the journal.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_stops_within_five_seconds_and_can_start_again(bool isBusy)
    {
        var stage = await StageAsync();
        var intake = new TrialIntake(async token =>
        {
            if (isBusy)
                await Task.Delay(Timeout.Infinite, token);
        });
        await using var run = PushRun.Start(await stage.StartAsync(), intake, Token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var sending = isBusy ? SendAsync() : PushRun.UntilAcknowledgedAsync(stage.Fake, 0, Token);
        await intake.Asked.WaitAsync(Longest, Token);
        if (!isBusy)
            await sending;
        await run.StopAsync();
        await patience.CancelAsync();
        await Task.WhenAny(sending, Task.Delay(Longest, Token));

        await using var again = PushRun.Start(await stage.StartAsync(), new TrialIntake(_ => Task.CompletedTask), Token);
        await PushRun.UntilAcknowledgedAsync(stage.Fake, 1, Token);

        async Task SendAsync()
        {
            while (!intake.Asked.IsCompleted && !patience.IsCancellationRequested)
            {
                await Task.WhenAny(stage.Fake.SendAsync(0, patience.Token));
                await Task.Yield();
            }
        }
    }

    /// <summary>It listens.</summary>
    [Fact]
    public async Task The_connection_check_sees_that_it_can_listen()
    {
        var stage = await StageAsync();
        var instance = await stage.StartAsync();
        await CheckTests.SeesAsync(instance);
        await using var run = PushRun.Start(instance, new TrialIntake(_ => Task.CompletedTask), Token);
        await PushRun.UntilAcknowledgedAsync(stage.Fake, 0, Token);
        await CheckTests.SeesAsync(instance);
    }

    /// <summary>What it needs is away: a result in time, in the plugin's own words.</summary>
    [Fact]
    public async Task The_connection_check_fails_cleanly_when_it_cannot()
    {
        var stage = await StageAsync();
        await stage.Fake.GoAwayAsync();
        await CheckTests.MissesAsync(await stage.StartAsync());
    }

    /// <summary>Logs, messages of exceptions, rejections, ids, facts and <c>ToString()</c>, with a journal that fails at times.</summary>
    [Fact]
    public async Task The_marked_citizen_shows_nowhere()
    {
        var (stage, shown, faults) = (await StageAsync(), new Shown(), new Faults(IntakeFailure.Mixed, seed: 2));
        var instance = await stage.StartAsync();
        var intake = new TrialIntake(_ =>
        {
            faults.Strike();
            return Task.CompletedTask;
        });
        await using (var run = PushRun.Start(instance, intake, Token))
        {
            for (var message = 0; message < stage.Fake.RecordIds.Count; message++)
            {
                await PushRun.UntilAcknowledgedAsync(stage.Fake, message, Token);
                await stage.Fake.SendPartAsync(message, 0.9, Token);
            }

            run.Thrown.ForEach(shown.LookAt);
        }

        foreach (var page in intake.Stored)
            shown.LookAt(page, instance);
        shown.LookAt(stage.Logs);
        shown.FindsNothing();
    }

    private async Task<Stage<FakeSender>> StageAsync() => Stage(PluginRole.Source, await StartSenderAsync());

    private async Task SendAllAsync(TrialIntake intake, string how)
    {
        var stage = await StageAsync();
        Assert.True(stage.Fake.RecordIds.Count >= 3, "The fake sender has fewer than three messages: give it more.");
        await using var run = PushRun.Start(await stage.StartAsync(), intake, Token);
        for (var message = 0; message < stage.Fake.RecordIds.Count; message++)
        {
            await PushRun.UntilAcknowledgedAsync(stage.Fake, message, Token);
            HoldsAll(intake, stage.Fake.RecordIds.Take(message + 1), how);
        }
    }

    private static void HoldsAll(TrialIntake intake, IEnumerable<string> acknowledged, string how)
    {
        var missing = acknowledged.Except(intake.Ids).ToList();
        if (missing.Count > 0)
            Assert.Fail($"{missing.Count} messages were acknowledged and are not in the journal, when they were {how}; the first is '{missing[0]}'.");
    }

    // A sender that is neither answered nor cut off gives up some time: that is no acknowledgement.
    private static async Task<bool> AcknowledgedAsync(Task<bool> sending)
    {
        try
        {
            return await sending;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
