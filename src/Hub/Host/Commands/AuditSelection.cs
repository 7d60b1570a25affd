using System.CommandLine;
using IntegrationHub.Contracts;
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
    private readonly Option<DateOnly?> since = new("--since") { Description = "Only from this day (in Belgium) on: yyyy-MM-dd.", HelpName = "DATE" };
    private readonly Option<DateOnly?> until = new("--until") { Description = "Only to the end of this day (in Belgium): yyyy-MM-dd.", HelpName = "DATE" };

    public void AddTo(Command command)
    {
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
}
