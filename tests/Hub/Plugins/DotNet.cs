using System.Diagnostics;

namespace IntegrationHub.Plugins.Tests;

/// <summary>Runs the dotnet command line and fails with what it printed.</summary>
static class DotNet
{
    public static async Task RunAsync(string folder, IEnumerable<KeyValuePair<string, string>> environment, CancellationToken token, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

        // No process may outlive the test, and nothing but the build asks for the network.
        foreach (var argument in (string[])[.. arguments, "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:NuGetAudit=false", "-v:quiet", "-nologo"])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        try
        {
            var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            process.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{string.Concat(output)}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
