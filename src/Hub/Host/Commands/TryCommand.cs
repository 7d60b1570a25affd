using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Trial;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub adapters try</c>: each row of a source beside what it becomes, or why not. Writes nothing.</summary>
internal static class TryCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "A mapping file (source.yaml), or the id of a source in the configuration folder." };
        var config = new Option<string?>("--config")
        {
            Description = "The configuration folder: relative paths and file: secrets start there. Without it they start in the folder of the mapping file.",
            HelpName = "DIR",
        };
        var limit = new Option<int>("--limit") { Description = "How many rows to try, from the first; 0 for all.", DefaultValueFactory = _ => 20 };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number < 0)
                result.AddError("--limit: expected 0 or more.");
        });
        var kind = new Option<string?>("--kind") { Description = "Only rows of this kind.", HelpName = "NAME" };
        var rejected = new Option<bool>("--rejected") { Description = "Show only the rows that are rejected." };
        var set = new Option<string[]>("--set") { Description = "A parameter of the mapping (or another option of the source). May be given several times.", HelpName = "name=value" };
        set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
                result.AddError($"--set {token.Value}: expected name=value.");
        });
        var json = CliOptions.Json();
        var command = new Command("try", "Show each row of a source beside what it becomes, or why not. Writes nothing. It prints the personal data in the rows: run it where only who may see them looks on.") { source, config, limit, kind, rejected, set, json };
        command.SetAction((parsed, token) => ExecuteAsync(
            parsed.GetRequiredValue(source),
            parsed.GetValue(config),
            Settings(parsed.GetValue(set) ?? []),
            (parsed.GetValue(limit), parsed.GetValue(kind), parsed.GetValue(rejected)),
            parsed.GetValue(json),
            token));
        return command;
    }

    private static async Task<int> ExecuteAsync(
        string source, string? config, IReadOnlyDictionary<string, string?> settings, (int Limit, string? Kind, bool OnlyRejected) show, bool json, CancellationToken token)
    {
        using var loggers = HubLogging.Create(LogLevel.Error);
        var (instance, mistakes) = await new TrialSource(config, settings, loggers).OpenAsync(source);
        if (instance is null)
        {
            var refused = Refuse(mistakes, json);
            if (config is null && !File.Exists(source))
                return ExitCode.WrongUse;
            if (mistakes.Any(mistake => mistake.Contains("parameters.", StringComparison.Ordinal)))
                await Console.Error.WriteLineAsync("Here, give a parameter with --set name=value, or write a default in the file.");
            return refused;
        }

        await using var opened = instance;
        if (instance.Pull is null)
            return Refuse([$"{instance.Id} sends by itself; there is nothing to read. Try it with what it receives: hub run."], json);

        var printer = new TrialPrinter(ResultConsole.Create());
        var rows = new List<TriedRow>();
        try
        {
            var summary = await new SourceTrial(instance, show.Limit, show.Kind).RunAsync(
                row =>
                {
                    if (show.OnlyRejected && !row.IsRejected)
                        return;
                    if (json)
                        rows.Add(row);
                    else
                        printer.Print(row);
                },
                token);
            if (json)
                Console.WriteLine(JsonSerializer.Serialize(new { mistakes = Array.Empty<string>(), rows, summary }, Readable));
            else
                printer.Print(summary);
            if (summary.Rows == 0)
                await SayWhyNoRowsAsync(instance, show.Kind, token);
            return summary.Rejected == 0 && summary.Rows > 0 ? ExitCode.Done : ExitCode.Failed;
        }
        catch (PermanentFailureException failure)
        {
            return Refuse([failure.Message], json);
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            var why = exception is RetryLaterException ? exception.Message : Thrown.Describe(exception);
            var check = instance.Check is { } tried ? await tried.CheckAsync(token) : null;
            return Refuse([$"{instance.Id} cannot be read: {(check is { IsReachable: false } ? check.Detail : why)}"], json);
        }
    }

    private static Dictionary<string, string?> Settings(IReadOnlyList<string> given)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in given)
            settings[text[..text.IndexOf('=', StringComparison.Ordinal)]] = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return settings;
    }

    private static int Refuse(IReadOnlyList<string> mistakes, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { mistakes }, Readable));
        foreach (var mistake in mistakes)
            Console.Error.WriteLine(mistake);
        return ExitCode.Failed;
    }

    private static async Task SayWhyNoRowsAsync(PluginInstance instance, string? kind, CancellationToken token)
    {
        if (kind is not null)
            await Console.Error.WriteLineAsync($"No row is of kind '{kind}'.");
        else if (instance.Check is { } check)
            await Console.Error.WriteLineAsync($"There are no rows. {(await check.CheckAsync(token)).Detail}");
    }
}
