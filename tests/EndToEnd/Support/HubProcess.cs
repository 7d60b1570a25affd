using System.Diagnostics;
using System.Text;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>
/// The hub as a process of its own, behind a guard: a small shell that passes signals on, and that kills the hub as soon as we let go of the guard's standard input. The kernel closes
/// that when this process dies, however it dies.
/// </summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private const string Guard = """
        exec 3<&0 </dev/null
        "$@" 3<&- & hub=$!
        { while read -r signal <&3; do kill -s "$signal" $hub; done; kill -KILL $hub; } >/dev/null 2>&1 &
        watcher=$!
        wait $hub; code=$?
        kill $watcher 2>/dev/null
        exit $code
        """;

    private const string ReadyLine = "The hub is ready on ";
    private readonly Process guard;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly Task<int> end;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HubProcess(Process guard)
    {
        this.guard = guard;
        end = EndAsync(ReadAsync(guard.StandardOutput, output), ReadAsync(guard.StandardError, errors));
    }

    public string Output => TextOf(output);

    public string Errors => TextOf(errors);

    /// <summary>Whether it wrote its ready line.</summary>
    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>Completes with the exit code; 137 after <see cref="KillAsync"/>.</summary>
    public Task<int> End => end;

    /// <summary>Starts <c>hub</c> with these arguments in this working folder.</summary>
    public static HubProcess Start(string workingFolder, params string[] arguments) => Start(workingFolder, new Dictionary<string, string>(), arguments);

    /// <summary>As the other, with more in its environment.</summary>
    public static HubProcess Start(string workingFolder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Guard, "guard", HubProgram.File, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("HUB__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new HubProcess(Process.Start(start) ?? throw new InvalidOperationException("The shell did not start."));
    }

    /// <summary>Starts <c>hub run</c> on a configuration folder and waits for its ready line.</summary>
    public static Task<HubProcess> RunAsync(HubFolder folder, CancellationToken token) => RunAsync(folder, new Dictionary<string, string>(), token);

    /// <summary>As the other, with more in its environment.</summary>
    public static async Task<HubProcess> RunAsync(HubFolder folder, IReadOnlyDictionary<string, string> environment, CancellationToken token)
    {
        var hub = Start(folder.Path, environment, "run", "--config", folder.Path);
        try
        {
            await hub.UntilReadyAsync(token);
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts <c>hub run --once</c> on a configuration folder.</summary>
    public static HubProcess Once(HubFolder folder) => Start(folder.Path, "run", "--config", folder.Path, "--once", "--json");

    public async Task UntilReadyAsync(CancellationToken token)
    {
        var first = await Task.WhenAny(ready.Task, end).WaitAsync(Until.Patience, token);
        if (first == end && !ready.Task.IsCompleted)
            throw new InvalidOperationException($"The hub ended with {await end} before it was ready:\n{Errors}");
    }

    /// <summary>Waits until it wrote this on standard error.</summary>
    public Task UntilWritesAsync(string text, CancellationToken token) => Until.TrueAsync(
        $"the hub writes '{text}'", () => Errors.Contains(text, StringComparison.Ordinal), token, () => Errors);

    /// <summary>Waits for the end by itself, and expects this exit code.</summary>
    public async Task EndsWithAsync(int code, CancellationToken token) =>
        (await end.WaitAsync(Until.Patience, token)).ShouldBe(code, $"{Output}\n{EndOf(Errors)}");

    /// <summary>SIGKILL: it can say nothing more and save nothing.</summary>
    public async Task KillAsync(CancellationToken token)
    {
        await SignalAsync("KILL");
        await end.WaitAsync(token);
    }

    /// <summary>SIGTERM, as a service is stopped; returns how long that took.</summary>
    public async Task<TimeSpan> StopAsync(CancellationToken token)
    {
        var begin = Stopwatch.GetTimestamp();
        await SignalAsync("TERM");
        (await end.WaitAsync(Until.Patience, token)).ShouldBe(0, EndOf(Errors));
        return Stopwatch.GetElapsedTime(begin);
    }

    public async ValueTask DisposeAsync()
    {
        await SignalAsync("KILL");
        await end;
        guard.Dispose();
    }

    public static string EndOf(string text) => string.Join('\n', text.Split('\n').TakeLast(60).Select(line => line.Length > 400 ? line[..400] : line));

    private static string TextOf(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    private async Task<int> EndAsync(params Task[] readers)
    {
        await Task.WhenAll(readers);
        await guard.WaitForExitAsync();
        return guard.ExitCode;
    }

    private async Task ReadAsync(StreamReader reader, StringBuilder text)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (text)
                text.AppendLine(line);
            if (line.StartsWith(ReadyLine, StringComparison.Ordinal))
                ready.TrySetResult();
        }
    }

    private async Task SignalAsync(string signal)
    {
        if (guard.HasExited)
            return;
        try
        {
            await guard.StandardInput.WriteLineAsync(signal);
            await guard.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It ended just before we asked.
        }
    }
}
