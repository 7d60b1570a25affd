using System.Diagnostics;

namespace IntegrationHub.Benchmarks.Measuring;

/// <summary>Runs a child process to its end and measures it from outside.</summary>
internal static class Child
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    public static async Task<ChildResult> RunAsync(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken token)
    {
        using var process = Start(program, arguments, environment);
        var clock = Stopwatch.StartNew();
        try
        {
            var output = LastLinesAsync(process.StandardOutput, 1);
            var errors = LastLinesAsync(process.StandardError, 20);
            var ended = process.WaitForExitAsync(token);
            double peak = 0, cpu = 0;
            while (!ended.IsCompleted)
            {
                peak = Math.Max(peak, ProcessFile.PeakMegabytes(process.Id));
                cpu = Math.Max(cpu, ProcessFile.CpuOf(process.Id));
                await Task.WhenAny(ended, Task.Delay(LookAgain, token));
            }

            await ended;
            var seconds = clock.Elapsed.TotalSeconds;
            return process.ExitCode == 0
                ? new ChildResult((await output).LastOrDefault() ?? "", seconds, peak, cpu)
                : throw new InvalidOperationException($"{Path.GetFileName(program)} {arguments[0]} ended with exit code {process.ExitCode}:\n{string.Join('\n', await errors)}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public static Process Start(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<IReadOnlyCollection<string>> LastLinesAsync(StreamReader reader, int count)
    {
        var last = new Queue<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (last.Count == count)
                last.Dequeue();
            last.Enqueue(line);
        }

        return last;
    }
}
