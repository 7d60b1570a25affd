using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Quarantine;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub quarantine retry</c>: read it again, after a fix.</summary>
internal static class QuarantineRetryCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command("retry", "Read what rests in quarantine again, after the adapter, its options or the hub were mended: all, one entry, or a group.") { config, json };
        var selection = new QuarantineSelection().AddTo(command);
        command.SetAction((parsed, token) => OpenedHub.WithStoreAsync(parsed.GetRequiredValue(config), hub => RetryAsync(hub, selection.Of(parsed), parsed.GetValue(json), token), token));
        return command;
    }

    private static async Task<int> RetryAsync(HubServices hub, QuarantineFilter filter, bool json, CancellationToken token)
    {
        if (filter != QuarantineFilter.All && await QuarantineSelection.MatchesNothingAsync(hub, filter, token))
            return ExitCode.Failed;
        RetryResult result;
        using (var progress = new TerminalProgress("entries tried again"))
            result = await new QuarantineRetry(hub.Store.Quarantine, hub.Sources.Find, TimeProvider.System).RunAsync(filter, progress.Show, token);
        await hub.Store.Audit.AddAsync(
            new AuditEntry { At = TimeProvider.System.GetUtcNow(), Kind = AuditKinds.QuarantineRetried, Actor = hub.Administrators.Actor, Source = filter.Source ?? "", Detail = $"{result}" }, token);
        Console.WriteLine(json ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web) : $"{result} A running hub takes the accepted ones further; otherwise the next run does.");
        return ExitCode.Done;
    }
}
