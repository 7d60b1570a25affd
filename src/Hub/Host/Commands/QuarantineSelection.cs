using System.CommandLine;
using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Commands;

/// <summary>The options that say which of what rests in quarantine.</summary>
internal sealed class QuarantineSelection
{
    private readonly Option<long?> id = new("--id") { Description = "Only the entry of this number.", HelpName = "N" };
    private readonly Option<string?> source = new("--source") { Description = "Only entries of this source.", HelpName = "ID" };
    private readonly Option<string?> reason = new("--reason") { Description = "Only entries of this reason, as \"hub quarantine\" shows it.", HelpName = "REASON" };
    private readonly Option<string?> version = new("--adapter-version") { Description = "Only entries that this version of an adapter rejected.", HelpName = "VERSION" };

    public QuarantineSelection AddTo(Command command, bool withId = true)
    {
        if (withId)
            command.Options.Add(id);
        command.Options.Add(source);
        command.Options.Add(reason);
        command.Options.Add(version);
        return this;
    }

    /// <summary>One of them must be given: nobody means everything when she forgot an option.</summary>
    public void RequireOn(Command command) => command.Validators.Add(result =>
    {
        if (new Option[] { id, source, reason, version }.All(option => result.GetResult(option) is null))
            result.AddError("Say which: --id, --source, --reason or --adapter-version.");
    });

    public QuarantineFilter Of(ParseResult parsed) => new(parsed.GetValue(id), parsed.GetValue(source), parsed.GetValue(reason), parsed.GetValue(version));

    /// <summary>Says so when nothing rests under what was asked: a slip of the pen would read as work that was done.</summary>
    public static async Task<bool> MatchesNothingAsync(HubServices hub, QuarantineFilter filter, CancellationToken token)
    {
        if ((await hub.Store.Quarantine.CountAsync(filter, token)).Count > 0)
            return false;
        await Console.Error.WriteLineAsync("Nothing rests under that: \"hub quarantine\" and \"hub quarantine list\" show what does.");
        return true;
    }
}
