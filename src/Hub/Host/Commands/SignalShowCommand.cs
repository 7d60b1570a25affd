using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Composition;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub signals show</c>: why a signal is there, what it rests on, who was chosen and what became of it, without personal data.</summary>
internal static class SignalShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The signal, as hub signals shows it: the whole id, or its first 8 characters or more." };
        id.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !SignalIdRange.IsOne(text))
                result.AddError("Expected the id of a signal, or its first 8 characters or more, as hub signals shows it.");
        });
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command("show", "Tell of one signal: the rule, what happened and when it was known, the facts with their sources, who was chosen and why, and each delivery.") { id, config, json };
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config), hub => ShowAsync(hub, SignalIdRange.Of(parsed.GetRequiredValue(id)), parsed.GetValue(json), token), token));
        return command;
    }

    private static async Task<int> ShowAsync(HubServices hub, SignalIdRange asked, bool json, CancellationToken token)
    {
        var found = await hub.Store.Deliveries.FindAsync(asked.From, asked.To, token);
        if (found.Count != 1)
        {
            Console.Error.WriteLine(found.Count == 0
                ? "No signal has this id in this store. Take one from hub signals."
                : "More than one signal begins so. Give more characters of its id.");
            return ExitCode.Failed;
        }

        var story = new SignalStory((await hub.Store.Deliveries.ReadAsync(found[0], token))!, hub.Wiring.Value.Rules);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(story.ToJson(), MistakesOutput.Readable));
        else
            new SignalStoryPrinter(ResultConsole.Create()).Print(story);
        return ExitCode.Done;
    }
}
