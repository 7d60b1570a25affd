using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Doors;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub callers</c>: who may call the hub over HTTP; <c>new-key</c> makes a key.</summary>
internal static class CallersCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command("callers", "Show who may call the hub over HTTP, and until when each key counts.") { config, json };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(config), parsed.GetValue(json)));
        command.Subcommands.Add(NewKey());
        return command;
    }

    private static Command NewKey()
    {
        var json = CliOptions.Json();
        var command = new Command(
            "new-key",
            """
            Make a key for a caller. It is shown once and kept nowhere: hand it over by a way that others do not read.

            Put its hash into hub.json, with the keys of that caller, and say hub adapters rescan. To replace a key, keep the old one beside it with "until": "YYYY-MM-DD", the last day on which it counts.
            To revoke a key, remove it and rescan: it counts no more from that moment.
            """) { json };
        command.SetAction(parsed => PrintNew(parsed.GetValue(json)));
        return command;
    }

    private static int PrintNew(bool json)
    {
        var key = CallerKey.New();
        var sha256 = Convert.ToHexStringLower(CallerKey.HashOf(key));
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { key, sha256 }, Indented));
            return ExitCode.Done;
        }

        Console.WriteLine($"The key, for the caller alone; it is not shown again: {key}");
        Console.WriteLine("It sends it with every request: Authorization: Bearer KEY");
        Console.WriteLine("In hub.json, where ID is a name for the caller and SOURCE a source that it may push to:");
        Console.WriteLine($$"""  "callers": [ { "id": "ID", "sources": [ "SOURCE" ], "may": [ "push" ], "keys": [ { "sha256": "{{sha256}}" } ] } ]""");
        Console.WriteLine("Then: hub adapters rescan --config DIR");
        return ExitCode.Done;
    }

    private static int Show(string folder, bool json)
    {
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        if (configuration is null)
        {
            OpenedHub.Print(errors);
            return ExitCode.Failed;
        }

        var now = TimeProvider.System.GetUtcNow();
        if (json)
        {
            var callers = configuration.Callers.Select(caller => new
            {
                caller.Id,
                caller.Sources,
                May = caller.May.Select(right => JsonNamingPolicy.KebabCaseLower.ConvertName(right.ToString())),
                Keys = caller.Keys.Select(key => new { Sha256 = Convert.ToHexStringLower(key.Sha256.Span), key.Until, Counts = !(key.Until <= now) }),
            });
            Console.WriteLine(JsonSerializer.Serialize(callers, Indented));
            return ExitCode.Done;
        }

        if (configuration.Callers.Count == 0)
            Console.WriteLine("Nobody may call the hub over HTTP: there are no callers in hub.json. See hub callers new-key.");
        foreach (var caller in configuration.Callers)
        {
            Console.WriteLine($"{caller.Id}: may {string.Join(", ", caller.May.Select(right => right.ToString().ToLowerInvariant()))}{(caller.Sources.Count == 0 ? "" : $" to {string.Join(", ", caller.Sources)}")}");
            foreach (var key in caller.Keys)
                Console.WriteLine($"  key {key.Shown}...: {(key.Until is not { } until ? "counts" : until <= now ? $"ended {until:yyyy-MM-dd HH:mm}; remove it" : $"counts until {until:yyyy-MM-dd HH:mm}")}");
            if (caller.Keys.Count == 0)
                Console.WriteLine("  no key: it cannot come in");
        }

        return ExitCode.Done;
    }
}
