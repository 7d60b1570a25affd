using System.Diagnostics;

namespace IntegrationHub.Tests.Servers;

/// <summary>
/// A server behind a guard: a small shell that passes signals on, and that kills the server and deletes its folder as soon as we let go of
/// the guard's standard input. The kernel closes that when this process dies, however it dies. If the guard itself is killed, the kernel kills the server.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    const string Guard = """
        folder=$1; log=$2; shift 2
        exec 3<&0 </dev/null 2>/dev/null
        "$@" >>"$log" 2>&1 3<&- & server=$!
        finish() {  # frozen first: it can start no more children while we list them
            kill -STOP $server; kill -KILL $(cat /proc/$server/task/$server/children) $server
        }
        {
            while read -r signal <&3; do [ "$signal" = KILL ] && finish || kill -s "$signal" $server; done
            : >"$folder/abandoned"; finish
        } & watcher=$!
        wait $server
        code=$?
        kill $watcher
        if [ -e "$folder/abandoned" ]; then rm -rf "$folder"; fi
        exit $code
        """;

    static readonly string[] ForeignSettings = ["RABBITMQ_", "ERL_", "PG"];

    readonly Process _guard;

    ServerProcess(Process guard) => _guard = guard;

    public bool HasExited => _guard.HasExited;

    public static ServerProcess Start(ServerFolder folder, string logFile, string[] command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Guard, "guard", folder.Path, logFile, .. folder.RunAsOwner, .. command])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            WorkingDirectory = folder.Path,
        };
        foreach (var name in start.Environment.Keys.Where(k => ForeignSettings.Any(f => k.StartsWith(f, StringComparison.Ordinal))).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = folder.Path;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("The shell did not start."));
    }

    public async Task SignalAsync(string signal, CancellationToken token)
    {
        if (HasExited)
            return;
        try
        {
            await _guard.StandardInput.WriteLineAsync(signal.AsMemory(), token);
            await _guard.StandardInput.FlushAsync(token);
        }
        catch (IOException)
        {
            // It exited just before we asked.
        }
    }

    public Task WaitForExitAsync(CancellationToken token) => _guard.WaitForExitAsync(token);

    public async Task KillAsync(CancellationToken token)
    {
        await SignalAsync("KILL", token);
        await WaitForExitAsync(token);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        _guard.Dispose();
    }
}
