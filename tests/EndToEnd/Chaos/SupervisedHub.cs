using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>A hub that is started again whenever it ends, as a service is, with a clock of its own.</summary>
internal sealed class SupervisedHub : IAsyncDisposable
{
    private readonly HubFolder folder;
    private readonly string log;
    private readonly string clock;
    private readonly CancellationTokenSource stopped = new();
    private readonly Task supervising;
    private volatile HubProcess? process;
    private volatile bool isKilled;

    public SupervisedHub(HubFolder folder, string log)
    {
        (this.folder, this.log, clock) = (folder, log, Path.Combine(folder.Path, "clock"));
        SetClock(TimeSpan.Zero);
        supervising = SuperviseAsync();
    }

    /// <summary>How often it ended without having been killed: with which code, and what it wrote last.</summary>
    public List<string> EndedByItself { get; } = [];

    public int Starts { get; private set; }

    public string Errors => process?.Errors ?? "";

    /// <summary>Waits until it is ready; whether that came within this time.</summary>
    public async Task<bool> IsReadyAsync(TimeSpan patience, CancellationToken token)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (process is not { IsReady: true, End.IsCompleted: false })
        {
            if (TimeProvider.System.GetElapsedTime(begin) > patience)
                return false;
            await Task.Delay(20, token);
        }

        return true;
    }

    /// <summary>SIGKILL. Returns when it is dead; it is started again in a moment.</summary>
    public async Task KillAsync(CancellationToken token)
    {
        isKilled = true;
        await process!.KillAsync(token);
    }

    /// <summary>Returns when it runs again, though it may not be ready.</summary>
    public async Task UntilStartedAfterAsync(int starts, CancellationToken token)
    {
        while (Starts <= starts)
            await Task.WhenAny(supervising, Task.Delay(10, token)).Unwrap();
    }

    /// <summary>How far its clock is from the right time: counts within a second.</summary>
    public void SetClock(TimeSpan off)
    {
        File.WriteAllText(clock + ".new", $"{(off < TimeSpan.Zero ? '-' : '+')}{Math.Abs(off.TotalSeconds):0}s\n");
        File.Move(clock + ".new", clock, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        await supervising;
        stopped.Dispose();
    }

    private async Task SuperviseAsync()
    {
        while (!stopped.IsCancellationRequested)
        {
            isKilled = false;
            var started = HubProcess.Start(folder.Path, FakeTime.Environment(clock), "run", "--config", folder.Path);
            process = started;
            Starts++;
            await Task.WhenAny(started.End, Task.Delay(Timeout.Infinite, stopped.Token));
            if (!stopped.IsCancellationRequested && !isKilled)
                EndedByItself.Add($"exit code {await started.End}: {started.Errors.TrimEnd().Split('\n')[^1]}");
            // Kills it when it still runs.
            await started.DisposeAsync();
            await File.AppendAllTextAsync(log, $"{started.Output}{started.Errors}--- ended {(isKilled ? "(killed)" : "")}\n");
            await Task.WhenAny(Task.Delay(Random.Shared.Next(100, 900), stopped.Token));
        }
    }
}
