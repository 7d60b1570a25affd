using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Keys;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub keys rotate</c>: from now on the new keys write, and what is written already follows.</summary>
internal static class KeysRotateCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command(
            "rotate",
            """
            Put new keys in the place of the current ones, while hubs run.

            With keys in hub.json: add the new ones there first (the last of keys.pseudonym.keys, and current in keys.pseudonym and keys.seal), on every host, and run "hub adapters rescan".
            With the .keys file beside a SQLite database this command makes them.
            It may be cut off at any time: run it again and it goes on. Afterwards "hub keys" says which keys of keys.seal are not used any more; those of keys.pseudonym stay.
            Needs the permission rotate-keys.
            """) { config, json };
        command.SetAction((parsed, token) => OpenedHub.WithStoreOnlyAsync(parsed.GetRequiredValue(config), hub => RotateAsync(hub, parsed.GetValue(json), token), token));
        return command;
    }

    private static async Task<int> RotateAsync(HubServices hub, bool json, CancellationToken token)
    {
        var actor = hub.Administrators.Require(Permission.RotateKeys);
        var rotation = new KeyRotation(hub, TimeProvider.System);
        if (!await rotation.PrepareAsync(token))
        {
            throw new PermanentFailureException(
                "There is no new key. Add one to keys.pseudonym.keys (as the last) or to keys.seal.keys in hub.json, make it current, on every host; run hub adapters rescan, and this again.");
        }

        long moved;
        using (var progress = new TerminalProgress("rows"))
            moved = await rotation.RunAsync(actor, new Reported(done => progress.Show(done, 0)), token);
        var keys = await ShownKey.AllAsync(hub, token);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { moved, keys, copyNow = hub.Keys.Configured.File }, JsonSerializerOptions.Web));
            return ExitCode.Done;
        }

        Console.WriteLine($"{moved:N0} rows were moved to {string.Join(" and ", keys.Where(key => key.IsCurrent).Select(key => key.Name))}.");
        foreach (var key in keys.Where(key => !key.IsUsed))
            Console.WriteLine($"{key.Name}: {key.Sentence}");
        if (hub.Keys.Configured.File is { } file)
            Console.WriteLine($"Copy {file} to its safe place now: the copy that is there lacks the new keys, and without these nobody can open the next backup.");
        return ExitCode.Done;
    }

    private sealed class Reported(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
