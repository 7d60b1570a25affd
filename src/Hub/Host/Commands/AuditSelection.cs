using System.CommandLine;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Commands;

/// <summary>The options that say which entries of the audit log.</summary>
internal sealed class AuditSelection
{
    public const string Nobody = "The hub knows nobody by that. Of who was erased the entries are found by her reference: see --citizen.";

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

    private readonly Option<string?> insz = new("--insz")
    {
        Description = "Only what is about the citizen whose INSZ is given on standard input, under every reference of hers.",
        HelpName = "-",
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<string?>() is not "-")
                    result.AddError("--insz: expected '-', and the INSZ on standard input: as an argument it would stay in the list of processes and in the history of this terminal.");
            },
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
        foreach (var option in new Option[] { citizen, insz, recipient, kind, since, until })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(citizen) is not null && result.GetResult(insz) is not null)
                result.AddError("--citizen and --insz: give one of them.");
        });
    }

    /// <summary>Null when the INSZ that was asked for is none, or nobody has the recipient's id, which is told. With an INSZ of nobody the citizens are none, and so are the entries.</summary>
    public async Task<AuditFilter?> ReadAsync(HubServices hub, ParseResult parsed, CancellationToken token)
    {
        var filter = Of(parsed);
        if (await NamesNobodyAsync(hub, filter, token))
            return null;
        var one = parsed.GetValue(citizen);
        if (parsed.GetValue(insz) is not null)
        {
            if (await InszInput.ReadAsync(token) is not { } hers)
            {
                await Console.Error.WriteLineAsync(InszInput.Expected + ".");
                return null;
            }

            one = await hub.Store.Erasure.FindAsync(hub.Pseudonyms.OfInsz(hers), token);
            filter = filter with { Citizens = [] };
        }

        // First the one that was asked for, which may lead to nobody any more: of who was erased the entries stay.
        return one is { } reference ? filter with { Citizens = [reference, .. (await hub.Store.Erasure.ReferencesAsync(reference, token)).Where(other => other != reference)] } : filter;
    }

    private AuditFilter Of(ParseResult parsed) => new()
    {
        Recipient = parsed.GetValue(recipient),
        Kind = parsed.GetValue(kind),
        Since = parsed.GetValue(since) is { } from ? BelgianTime.StartOf(from) : null,
        Until = parsed.GetValue(until) is { } to ? BelgianTime.StartOf(to.AddDays(1)) : null,
    };

    /// <summary>Whether a recipient is asked for that is no partner of the configuration and in no entry: an empty answer would read as "nothing was disclosed".</summary>
    private static async Task<bool> NamesNobodyAsync(HubServices hub, AuditFilter filter, CancellationToken token)
    {
        if (filter.Recipient is not { } asked || hub.Configuration.Partners.Any(one => one.Id == asked) || (await hub.Store.Audit.ListAsync(new AuditFilter { Recipient = asked }, 1, token)).Count > 0)
            return false;
        await Console.Error.WriteLineAsync($"--recipient: no partner of partnerships.json has this id, and no entry names it. Known: {string.Join(", ", hub.Configuration.Partners.Select(one => one.Id))}.");
        return true;
    }
}
