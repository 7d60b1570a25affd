using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Loads;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub backfill</c>: the loads that wait for an administrator's answer; <c>release</c> and <c>keep</c> give it.</summary>
internal static class BackfillCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command(
            "backfill",
            """
            Show what raised no signal because it came all at once, and what to answer.

            The first load of a source, and a day with far more than usual (limits.jump in hub.json), may hold years of the past: signals about it would bury case workers.
            The moments in it are held. Say once what becomes of them: release all, release those since a date, or keep all as history.
            """) { config, json };
        command.SetAction((parsed, token) => OpenedHub.WithStoreOnlyAsync(
            parsed.GetRequiredValue(config),
            async hub =>
            {
                var questions = await hub.Store.Loads.QuestionsAsync(token);
                if (parsed.GetValue(json))
                    Console.WriteLine(JsonSerializer.Serialize(questions.Select(AskedLoad.Of), JsonSerializerOptions.Web));
                else
                    Print(questions, parsed.GetRequiredValue(config));
                return ExitCode.Done;
            },
            token));
        command.Subcommands.Add(BackfillAnswers.Release());
        command.Subcommands.Add(BackfillAnswers.Keep());
        return command;
    }

    private static void Print(IReadOnlyList<LoadQuestion> questions, string folder)
    {
        if (questions.Count == 0)
        {
            Console.WriteLine("Nothing waits for an answer.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("source", "why", "began", "ended");
        table.AddColumn(new TableColumn("facts").RightAligned());
        table.AddColumn("held moments");
        foreach (var question in questions)
        {
            table.AddRow(new[]
            {
                question.Source, LoadSentence.Code(question.Reason), ResultConsole.Time(question.OpenedAt), question.Until is null ? "is being read" : ResultConsole.Time(question.Until), $"{question.Facts}",
                question.Held.Count == 0 ? "none" : string.Join(Environment.NewLine, question.Held.Select(kind => $"{kind.Count} {kind.Code}, {ResultConsole.Day(kind.Earliest)} to {ResultConsole.Day(kind.Latest)}")),
            }.Select(Markup.Escape).ToArray());
        }

        ResultConsole.Create().Write(table);
        foreach (var source in questions.Select(question => question.Source).Distinct())
        {
            Console.WriteLine($"What becomes of the held moments of {source}? Answer once:");
            Console.WriteLine($"  hub backfill release {source} --config {folder}                all become signals, save those that are out of date");
            Console.WriteLine($"  hub backfill release {source} --since DATE --config {folder}   those since that day (as 2026-01-31) become signals, the others are history");
            Console.WriteLine($"  hub backfill keep {source} --config {folder}                   all are history: no signal");
        }
    }
}
