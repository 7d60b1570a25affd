using System.CommandLine;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Commands;

/// <summary>The options that say which entries of the audit log.</summary>
internal sealed class AuditSelection
{
    private readonly Option<CitizenRef?> citizen = new("--citizen")
    {
        Description = "Only what is about this citizen.",
        HelpName = "REF",
        CustomParser = result =>
        {
            if (Guid.TryParse(result.Tokens[0].Value, out var id))
                return new CitizenRef(id);
            result.AddError("--citizen: expected a citizen reference, as hub signals show gives it. Never an INSZ: it would stay in the history of this terminal.");
            return null;
        },
    };

    private readonly Option<string?> recipient = new("--recipient") { Description = "Only what this partner was shown or refused.", HelpName = "ID" };
    private readonly Option<string?> kind = new("--kind") { Description = "Only entries of this kind, such as disclosed or refused.", HelpName = "KIND" };
    private readonly Option<DateOnly?> since = CliOptions.Day("--since", "Only from this day (in Belgium) on: yyyy-MM-dd.");
    private readonly Option<DateOnly?> until = CliOptions.Day("--until", "Only to the end of this day (in Belgium): yyyy-MM-dd.");

    public void AddTo(Command command)
    {
        kind.Validators.Add(result =>
        {
            // Not repeated: what was mistyped may be anything.
            if (result.Tokens is [{ Value: var name }] && !AuditKinds.All.Contains(name))
                result.AddError($"--kind: no entry is of this kind. Known: {string.Join(", ", AuditKinds.All)}.");
        });
        foreach (var option in new Option[] { citizen, recipient, kind, since, until })
            command.Options.Add(option);
    }

    public AuditFilter Of(ParseResult parsed) => new()
    {
        Citizen = parsed.GetValue(citizen),
        Recipient = parsed.GetValue(recipient),
        Kind = parsed.GetValue(kind),
        Since = parsed.GetValue(since) is { } from ? BelgianTime.StartOf(from) : null,
        Until = parsed.GetValue(until) is { } to ? BelgianTime.StartOf(to.AddDays(1)) : null,
    };

    /// <summary>Whether a recipient is asked for that is no partner of the configuration and in no entry: an empty answer would read as "nothing was disclosed".</summary>
    public static async Task<bool> NamesNobodyAsync(HubServices hub, AuditFilter filter, CancellationToken token)
    {
        if (filter.Recipient is not { } asked || hub.Configuration.Partners.Any(one => one.Id == asked) || (await hub.Store.Audit.ListAsync(new AuditFilter { Recipient = asked }, 1, token)).Count > 0)
            return false;
        await Console.Error.WriteLineAsync($"--recipient: no partner of partnerships.json has this id, and no entry names it. Known: {string.Join(", ", hub.Configuration.Partners.Select(one => one.Id))}.");
        return true;
    }
}
