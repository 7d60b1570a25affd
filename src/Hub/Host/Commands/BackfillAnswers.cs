using System.CommandLine;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Loads;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub backfill release SOURCE</c> and <c>hub backfill keep SOURCE</c>: what an administrator decides of a load.</summary>
internal static class BackfillAnswers
{
    public static Command Release()
    {
        var since = CliOptions.Day("--since", "Only what happened on this day or later becomes a signal; the rest is history.");
        var (command, source, config) = Answer("release", "Have the held moments of a source raise their signals: all, or those since a day.");
        command.Options.Add(since);
        command.SetAction((parsed, token) => AnswerAsync(parsed.GetRequiredValue(config), parsed.GetRequiredValue(source), LoadState.Released, parsed.GetValue(since), token));
        return command;
    }

    public static Command Keep()
    {
        var (command, source, config) = Answer("keep", "Keep the held moments of a source as history: they raise no signal.");
        command.SetAction((parsed, token) => AnswerAsync(parsed.GetRequiredValue(config), parsed.GetRequiredValue(source), LoadState.Kept, null, token));
        return command;
    }

    private static (Command Command, Argument<string> Source, Option<string> Config) Answer(string name, string description)
    {
        var config = CliOptions.RequiredConfig();
        var source = new Argument<string>("source") { Description = "The id of the source." };
        return (new Command(name, description) { source, config }, source, config);
    }

    private static Task<int> AnswerAsync(string folder, string source, LoadState state, DateOnly? since, CancellationToken token) => OpenedHub.WithExistingStoreAsync(
        folder,
        async hub =>
        {
            var now = TimeProvider.System.GetUtcNow();
            if (since > BelgianTime.DayOf(now))
            {
                await Console.Error.WriteLineAsync($"--since {since:yyyy-MM-dd} lies in the future. To raise no signal at all: hub backfill keep {source} --config {folder}");
                return ExitCode.WrongUse;
            }

            var answers = await hub.Store.Loads.AnswerAsync(source, state, since is { } day ? BelgianTime.StartOf(day) : null, hub.Administrators.Actor, now, token);
            if (answers.Count == 0)
                return await NothingAsync(hub, source, token);
            foreach (var answer in answers)
                Console.WriteLine(LoadSentence.Answered(source, answer));
            await hub.Store.Loads.SettleAsync(now, Console.IsErrorRedirected ? null : people => Console.Error.Write($"\r{people} people are looked at again   "), token);
            if (!Console.IsErrorRedirected)
                await Console.Error.WriteAsync("\r                                        \r");
            if (answers.Any(answer => answer.Signalled + answer.History > 0))
                Console.WriteLine("A running hub does it now; otherwise the next one does.");
            return ExitCode.Done;
        },
        token);

    private static async Task<int> NothingAsync(HubServices hub, string source, CancellationToken token)
    {
        var open = (await hub.Store.Loads.QuestionsAsync(token)).Select(question => question.Source).Distinct().ToList();
        var others = open.Count == 0 ? "No other source does either." : $"These do: {string.Join(", ", open)}.";
        if (hub.Configuration.Sources.Any(one => one.Id == source))
        {
            await Console.Error.WriteLineAsync($"Nothing of {source} waits for an answer. {others}");
            return ExitCode.Failed;
        }

        await Console.Error.WriteLineAsync($"'{source}' is no source of this configuration. {(open.Count == 0 ? "No source waits for an answer." : others)}");
        return ExitCode.WrongUse;
    }
}
