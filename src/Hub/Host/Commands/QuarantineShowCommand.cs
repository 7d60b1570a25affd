using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Quarantine;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub quarantine show ID</c>: one entry; its content only for who may see it, and never without a trace.</summary>
internal static class QuarantineShowCommand
{
    /// <summary>Letters with accents as they are: what would steer a terminal is taken out afterwards.</summary>
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var id = new Argument<long>("id") { Description = "The number of the entry." };
        var content = new Option<bool>("--content") { Description = "With the record as it came. Needs the permission open-quarantine, and is written in the audit log." };
        var json = CliOptions.Json();
        var command = new Command("show", "Show one entry and all its reasons.") { id, config, content, json };
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config), hub => ShowAsync(hub, parsed.GetRequiredValue(id), parsed.GetValue(content), parsed.GetValue(json), token), token));
        return command;
    }

    private static async Task<int> ShowAsync(HubServices hub, long id, bool withContent, bool json, CancellationToken token)
    {
        var actor = withContent ? hub.Administrators.Require(Permission.OpenQuarantine) : "";
        if (await hub.Store.Quarantine.ListAsync(new QuarantineFilter(id), 1, token) is not [var entry])
        {
            await Console.Error.WriteLineAsync($"Nothing rests in quarantine under {id}: it was accepted after all, given up, or never there.");
            return ExitCode.Failed;
        }

        var shown = withContent ? await OpenAsync(hub, entry, actor, token) : QuarantineContent.Describe(entry);
        if (json)
        {
            Console.WriteLine(shown.ToJsonString(JsonSerializerOptions.Web));
            return ExitCode.Done;
        }

        var text = shown["text"]?.GetValue<string>();
        shown.Remove("text");
        Console.WriteLine(ResultConsole.Harmless(shown.ToJsonString(Readable)));
        if (text is not null)
            Console.WriteLine(ResultConsole.Harmless(text));
        return ExitCode.Done;
    }

    private static async Task<JsonObject> OpenAsync(HubServices hub, QuarantineEntry entry, string actor, CancellationToken token)
    {
        await hub.Store.Audit.AddAsync(
            new AuditEntry { At = TimeProvider.System.GetUtcNow(), Kind = AuditKinds.QuarantineOpened, Actor = actor, Source = entry.Source, Detail = $"Entry {entry.Id}, {entry.Reason}" }, token);
        return QuarantineContent.Open(entry, await hub.Store.Quarantine.OpenAsync(entry.Id, token));
    }
}
