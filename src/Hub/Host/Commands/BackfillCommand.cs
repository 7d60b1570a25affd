using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Contracts;
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
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
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
            }.Select(ResultConsole.Cell).ToArray());
        }

        ResultConsole.Create().Write(table);
        foreach (var source in questions.GroupBy(question => question.Source, StringComparer.Ordinal))
        {
            var held = source.SelectMany(question => question.Held).ToList();
            Console.WriteLine($"What becomes of the held moments of {source.Key}? Answer once; this cannot be undone:");
            foreach (var (answer, what) in new[]
            {
                ($"release {source.Key}", "all become signals, save those that are out of date"),
                ($"release {source.Key} --since {Since(held)}", "those that happened on that day or later become signals, the others are history"),
                ($"keep {source.Key}", "all are history: no signal"),
            })
            {
                Console.WriteLine($"  {$"hub backfill {answer} --config {folder}".PadRight($"hub backfill release {source.Key} --since yyyy-MM-dd --config {folder}".Length)}   {what}");
            }
        }
    }

    // The last day on which a held moment happened, so that the example can be run as it stands: a day in the future is refused.
    private static string Since(List<HeldMoments> held)
    {
        var today = BelgianTime.DayOf(TimeProvider.System.GetUtcNow());
        var days = held.SelectMany(kind => new[] { kind.Earliest, kind.Latest }).Select(BelgianTime.DayOf).Where(day => day <= today).ToList();
        return days.Count == 0 ? "DATE" : days.Max().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
