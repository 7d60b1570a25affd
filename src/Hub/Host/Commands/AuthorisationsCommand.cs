using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub authorisations check</c>: what would flow from a source, or from all, to a recipient, field by field, and why the rest would not. Reads the configuration alone.</summary>
internal static class AuthorisationsCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var source = new Option<string?>("--source") { Description = "Only this source, by its id in hub.json; without it every source, one after another.", HelpName = "ID" };
        var recipient = new Option<string>("--recipient") { Description = "The partner, by its id in partnerships.json.", HelpName = "ID", Required = true };
        var contract = new Option<string?>("--contract") { Description = "Only this contract; without it every one that an authorisation of the source names.", HelpName = "NAME" };
        contract.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && !FactContract.Names.Contains(name))
                result.AddError($"--contract: '{name}' is no contract. Known: {string.Join(", ", FactContract.Names)}.");
        });
        var at = CliOptions.DayOrTime("--at", "At the end of this day, or at this time (2026-12-31T17:00:00+01:00); without it now.");
        var json = CliOptions.Json();
        var check = new Command("check", "Tell what would flow from a source, or from all, to a recipient: each field, on which ground, and why the rest would not. Exit code 1 when nothing would.") { config, source, recipient, contract, at, json };
        check.SetAction(parsed => Check(
            parsed.GetRequiredValue(config),
            parsed.GetValue(source),
            parsed.GetRequiredValue(recipient),
            parsed.GetValue(contract),
            parsed.GetValue(at) ?? TimeProvider.System.GetUtcNow(),
            parsed.GetValue(json)));
        return new Command("authorisations", "Look at what may flow.") { check };
    }

    private static int Check(string folder, string? source, string recipient, string? contract, DateTimeOffset at, bool json)
    {
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        if (configuration is null)
            return MistakesOutput.Write(errors, json);
        if (source is not null && configuration.Sources.All(one => one.Id != source))
            return MistakesOutput.Write([$"'{source}' is no source in hub.json. Known: {string.Join(", ", configuration.Sources.Select(one => one.Id))}."], json);
        if (configuration.Partners.All(one => one.Id != recipient))
            return MistakesOutput.Write([$"'{recipient}' is no partner of partnerships.json. Known: {string.Join(", ", configuration.Partners.Select(one => one.Id))}."], json);

        var gate = new LegalGate(configuration.Authorisations);
        IEnumerable<string> sources = source is not null ? [source] : configuration.Sources.Select(one => one.Id);
        var all = sources.Select(one => (Source: one, Contracts: ContractsOf(one).Select(name => GateExplanation.Of(gate, one, name, recipient, at)).ToList())).ToList();
        if (json)
        {
            var rows = all.Select(one => new { source = one.Source, recipient, at, contracts = one.Contracts.Select(Row) });
            Console.WriteLine(source is null ? JsonSerializer.Serialize(rows, MistakesOutput.Readable) : JsonSerializer.Serialize(rows.Single(), MistakesOutput.Readable));
        }
        else
        {
            foreach (var (one, i) in all.Select((one, i) => (one, i)))
            {
                if (i > 0)
                    Console.WriteLine();
                Print(one.Source, recipient, at, one.Contracts, all: contract is null);
            }
        }

        return all.Exists(one => one.Contracts.Exists(each => each.Refusal is null)) ? ExitCode.Done : ExitCode.Failed;

        IEnumerable<string> ContractsOf(string one) =>
            contract is not null ? [contract] : configuration.Authorisations.Where(authorisation => authorisation.Source == one).SelectMany(authorisation => authorisation.Contracts).Distinct().Order(StringComparer.Ordinal);
    }

    private static void Print(string source, string recipient, DateTimeOffset at, List<GateExplanation> explained, bool all)
    {
        Console.WriteLine($"From {source} to {recipient}, at {ResultConsole.Time(at)} in Belgium:");
        foreach (var one in explained)
        {
            Console.WriteLine();
            Console.WriteLine($"{one.Contract}{(one.OnlyWithOpenFile ? $" (only of whom {recipient} has a file open for)" : "")}");
            if (one.Refusal is { } refusal)
            {
                Console.WriteLine($"  nothing: {refusal} {(one.IsStored ? "It is stored, since another partner may see it." : "It is not stored: nobody may see it then.")}");
                continue;
            }

            foreach (var field in one.Fields.Where(field => field.Flows))
                Console.WriteLine($"  {field.Field,-13}{(field.OnlyWithOpenFile && !one.OnlyWithOpenFile ? "with an open file only, " : "")}{string.Join(", ", field.Grounds.Select(Of))}");
            foreach (var reason in one.Fields.Where(field => !field.Flows).GroupBy(field => field.WhyNot))
                Console.WriteLine($"  not {string.Join(", ", reason.Select(field => field.Field))}: {reason.Key}");
        }

        if (all)
            Console.WriteLine($"{Environment.NewLine}{(explained.Count == 0 ? $"Nothing: authorisations.json has no authorisation of {source}." : $"Nothing else: no authorisation of {source} names another contract.")} A moment goes to {recipient} when each fact it rests on may.");
    }

    private static string Of(Authorisation ground) =>
        $"{ground.Ground}, {Purposes.WordOf(ground.Purpose)}, from {BelgianInstant.Of(ground.BeginsAt)}{(ground.EndsAt is { } ends ? $" until {BelgianInstant.Of(ends)}" : "")}";

    private static object Row(GateExplanation one) => new
    {
        contract = one.Contract,
        flows = one.Refusal is null,
        reason = one.Refusal,
        onlyWithOpenFile = one.OnlyWithOpenFile,
        isStored = one.IsStored,
        fields = one.Fields.Select(field => new
        {
            field = field.Field,
            flows = field.Flows,
            onlyWithOpenFile = field.OnlyWithOpenFile,
            grounds = field.Grounds.Select(ground => new { id = ground.Id, legalBasis = ground.LegalBasis, purpose = Purposes.WordOf(ground.Purpose), from = ground.BeginsAt, until = ground.EndsAt }),
            whyNot = field.WhyNot,
        }),
    };
}
