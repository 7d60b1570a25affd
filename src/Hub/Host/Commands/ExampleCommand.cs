using System.CommandLine;
using System.Text;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Sample;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub example</c>: a first configuration folder to begin with. Its export tells of the last weeks, whatever day it is: what is old is no moment.</summary>
internal static class ExampleCommand
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "first-source");

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where to put it; it must not exist yet." };
        var command = new Command("example", "Write a first configuration folder: an export of invented people, its mapping, and a hub that reads it.") { folder };
        command.SetAction((parsed, token) => ExecuteAsync(parsed.GetRequiredValue(folder), TimeProvider.System, token));
        return command;
    }

    private static async Task<int> ExecuteAsync(string folder, TimeProvider time, CancellationToken token)
    {
        if (Path.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"{folder} exists already; it is left as it is. Give a folder that does not.");
            return ExitCode.WrongUse;
        }

        var days = BelgianTime.DayOf(time.GetUtcNow()).DayNumber - SampleDates.Told.DayNumber;
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            // Byte for byte but the dates, whatever the encoding.
            await File.WriteAllTextAsync(copy, SampleDates.Moved(await File.ReadAllTextAsync(file, Encoding.Latin1, token), days), Encoding.Latin1, token);
        }

        await Console.Error.WriteLineAsync($"{folder} is written. Run it: hub run --config {folder} --once");
        return ExitCode.Done;
    }
}
