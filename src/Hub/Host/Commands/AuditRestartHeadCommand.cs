using System.CommandLine;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub audit restart-head</c>: the head file of this host begins anew, for instance after the store was restored.</summary>
internal static class AuditRestartHeadCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var reason = CliOptions.Reason("--reason", "Why, for the audit log. Never name anybody in it.");
        var command = new Command(
            "restart-head",
            """
            Put the head file of this host aside and begin a new one. Needs the permission restore; the log tells of it.

            For after a restore: the log of the backup ends before the block that the file knows. Stop the hub of this host first: while it runs this is refused. The old file stays beside the new one.
            """) { config, reason };
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(parsed.GetRequiredValue(config), hub => RestartAsync(hub, parsed.GetRequiredValue(reason), token), token));
        return command;
    }

    private static async Task<int> RestartAsync(HubServices hub, string reason, CancellationToken token)
    {
        var actor = hub.Administrators.Require(Permission.Restore);
        var now = TimeProvider.System.GetUtcNow();
        // It would begin the new head from a log that nobody looked at yet, or go on to say that it is contradicted.
        if ((await hub.Store.Hosts.RunningAsync(now - HostPresence.LongestSilence, token)).Contains(hub.Configuration.Instance))
            throw new PermanentFailureException($"The hub of this host ({hub.Configuration.Instance}) runs. Stop it first; when it was killed, wait {HostPresence.LongestSilence.TotalSeconds:N0} seconds. Nothing was changed.");
        if (hub.AuditHead.SetAside(now) is not { } aside)
        {
            Console.WriteLine($"There is no head file ({hub.AuditHead.Location}); the next start of a hub makes one.");
            return ExitCode.Done;
        }

        await hub.Store.Audit.AddAsync(new AuditEntry { At = now, Kind = AuditKinds.AuditHeadRestarted, Actor = actor, Detail = $"{Path.GetFileName(aside)}: {reason}" }, token);
        Console.WriteLine($"The old head is kept as {aside}. The next start of a hub makes a new one.");
        return ExitCode.Done;
    }
}
