using System.Diagnostics;
using System.Text.RegularExpressions;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>The commands that a page tells its reader to type: the lines after <c>$</c> in its console blocks, run one after another in one shell.</summary>
internal static partial class ReadmeCommands
{
    public static IReadOnlyList<string> Of(string page) =>
        [.. ConsoleBlock().Matches(page).SelectMany(block => CommandLine().Matches(block.Groups["text"].Value)).Select(line => line.Groups["command"].Value.TrimEnd())];

    /// <summary>Runs them until one fails, and gives what they printed.</summary>
    /// <exception cref="ShouldAssertException">One failed: with all that was printed.</exception>
    public static async Task<string> RunAsync(IEnumerable<string> commands, string home, IReadOnlyDictionary<string, string> environment, CancellationToken token)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = home, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["HOME"] = home;
        start.Environment["DOTNET_NOLOGO"] = start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // No process may outlive the test, and nothing but the restore asks for the network.
        start.Environment["UseSharedCompilation"] = start.Environment["NuGetAudit"] = "false";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var bash = Process.Start(start)!;
        using var killed = token.Register(() => bash.Kill(entireProcessTree: true));
        var output = bash.StandardOutput.ReadToEndAsync(token);
        await bash.StandardInput.WriteAsync(string.Join('\n', (string[])["set -e", "exec 2>&1", .. commands.SelectMany(command => new[] { $"echo {Quoted($"$ {command}")}", command + " </dev/null" })]) + "\n");
        bash.StandardInput.Close();
        var printed = await output;
        await bash.WaitForExitAsync(token);
        bash.ExitCode.ShouldBe(0, printed);
        return printed;
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^```console\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(@"^\$ (?<command>.*)$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();
}
