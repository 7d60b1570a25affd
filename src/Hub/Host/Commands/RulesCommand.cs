using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using Spectre.Console;
using Rule = IntegrationHub.Core.Rules.Rule;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub rules</c>: the rules that count, and what they would do or did.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var config = RulesFolderOption.Create();
        var json = CliOptions.Json();
        var command = new Command("rules", "Show the rules that count: which moment each finds, how soon to look, what it waits for and who receives it.") { config, json };
        command.SetAction(parsed => RulesFolderOption.Of(parsed, config) is { } folder ? Show(folder, parsed.GetValue(json)) : RulesFolderOption.Missing());
        command.Subcommands.Add(RulesTestCommand.Create());
        command.Subcommands.Add(RulesExplainCommand.Create());
        return command;
    }

    private static int Show(string folder, bool json)
    {
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        if (configuration is null)
            return MistakesOutput.Write(errors, json);
        var rows = HubWiring.Empty(configuration).Rules.Rules.Select(Row).ToList();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, MistakesOutput.Readable));
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("rule", "moment", "priority", "waits", "recipients", "expires", "file");
        foreach (var row in rows)
            table.AddRow(new[] { row.Id, row.Moment, row.Priority, row.Waits ?? "", string.Join(", ", row.Recipients), row.Expires, row.File }.Select(ResultConsole.Cell).ToArray());
        ResultConsole.Create().Write(table);
        return ExitCode.Done;
    }

    private static RuleRow Row(Rule rule) => new(
        rule.Id,
        rule.Moment,
        rule.Priority.ToString().ToLowerInvariant(),
        rule.Wait?.ToString(),
        [.. rule.Recipients.Select(role => role.ToString().ToLowerInvariant())],
        rule.Expires.ToString(),
        rule.Title,
        rule.File);

    private sealed record RuleRow(
        string Id, string Moment, string Priority, string? Waits, IReadOnlyList<string> Recipients, string Expires, IReadOnlyDictionary<string, string> Title, string File);
}
