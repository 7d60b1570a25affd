using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub quarantine discard</c>: give entries up, with a reason.</summary>
internal static class QuarantineDiscardCommand
{
    private const int AtOnce = 500;

    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var because = CliOptions.Because();
        var json = CliOptions.Json();
        var command = new Command("discard", "Give entries up: their content is erased, and what remains says who did it and why. Needs the permission discard-quarantine.") { config, because, json };
        var selection = new QuarantineSelection().AddTo(command);
        selection.RequireOn(command);
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config), hub => DiscardAsync(hub, selection.Of(parsed), parsed.GetRequiredValue(because).Trim(), parsed.GetValue(json), token), token));
        return command;
    }

    private static async Task<int> DiscardAsync(HubServices hub, QuarantineFilter filter, string because, bool json, CancellationToken token)
    {
        var actor = hub.Administrators.Require(Permission.DiscardQuarantine);
        if (await QuarantineSelection.MatchesNothingAsync(hub, filter, token))
            return ExitCode.Failed;
        // What comes from now on nobody has seen.
        var (count, last) = await hub.Store.Quarantine.CountAsync(filter, token);
        long discarded = 0;
        using (var progress = new TerminalProgress("entries given up"))
        {
            int batch;
            do
            {
                discarded += batch = await hub.Store.Quarantine.DiscardAsync(filter, last, because, actor, AtOnce, TimeProvider.System.GetUtcNow(), token);
                progress.Show(discarded, count);
            }
            while (batch == AtOnce);
        }

        Console.WriteLine(json ? JsonSerializer.Serialize(new { discarded }) : $"{Number.Of(discarded, "entry", "entries")} given up; the content is erased.");
        return discarded > 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
