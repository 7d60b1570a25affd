using System.Diagnostics;

namespace IntegrationHub.Tests.Servers;

internal static class Command
{
    /// <summary>Runs a short command and returns what it wrote; throws, with that, when it fails.</summary>
    public static async Task<string> RunAsync(string[] command, CancellationToken token, string input = "")
    {
        var (exitCode, output) = await TryAsync(command, token, input);
        return exitCode == 0 ? output : throw new InvalidOperationException($"'{command[0]}' failed with exit code {exitCode}: {output}");
    }

    public static async Task<(int ExitCode, string Output)> TryAsync(string[] command, CancellationToken token, string input = "")
    {
        using var process = Start(command);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), token);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(token);
            var errors = process.StandardError.ReadToEndAsync(token);
            var all = (await output + await errors).Trim();
            await process.WaitForExitAsync(token);
            return (process.ExitCode, all);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    static Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"'{command[0]}' did not start.");
    }
}
