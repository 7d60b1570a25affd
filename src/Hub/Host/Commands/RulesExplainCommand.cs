using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules.Explaining;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Host.Backtest;
using IntegrationHub.Host.Composition;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub rules explain</c>: for each rule why it did or did not fire on a citizen, without personal data.</summary>
internal static class RulesExplainCommand
{
    public static Command Create()
    {
        var config = RulesFolderOption.Create();
        var citizen = new Option<string>("--citizen") { Description = "The hub's reference of the citizen, as hub signals and hub rules test show it.", HelpName = "REF", Required = true };
        citizen.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !Guid.TryParseExact(text, "D", out _))
                result.AddError("--citizen: expected a reference of 36 characters, as hub signals shows it. It is never an INSZ.");
        });
        var json = CliOptions.Json();
        var command = new Command("explain", "Tell for each rule why it did or did not fire on a citizen: the facts with their sources and times. Shows nothing that says who she is.") { citizen, config, json };
        command.SetAction(async (parsed, token) => RulesFolderOption.Of(parsed, config) is { } folder
            ? await ExplainAsync(folder, CitizenRef.Parse(parsed.GetRequiredValue(citizen)), parsed.GetValue(json), token)
            : RulesFolderOption.Missing());
        return command;
    }

    private static async Task<int> ExplainAsync(string folder, CitizenRef asked, bool json, CancellationToken token)
    {
        using var loggers = HubLogging.Create(LogLevel.Error);
        var (journal, mistakes) = await OpenedJournal.OpenAsync(folder, loggers, TimeProvider.System, token);
        if (journal is null)
            return MistakesOutput.Write(mistakes, json);
        await using var opened = journal;
        if (await journal.History.FindAsync(asked, token) is not { } citizen)
            return MistakesOutput.Write([$"No citizen has the reference {asked} in this store. Take one from hub signals or hub rules test."], json);

        var history = (await journal.History.LoadAsync([citizen], FactContract.Names, FactContract.Names, token))[0];
        var now = TimeProvider.System.GetUtcNow();
        var explanations = journal.Active.Explain(Timeline.Of(citizen, history.Own, history.Household), now);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { citizen, at = now, rules = explanations.Select(Row) }, MistakesOutput.Readable));
        else
            new ExplanationPrinter(ResultConsole.Create()).Print(citizen, asked, explanations);
        return ExitCode.Done;
    }

    private static object Row(RuleExplanation explanation) => new
    {
        rule = explanation.Rule.Id,
        moment = explanation.Rule.Moment,
        fired = explanation.Fired,
        reason = explanation.Reason,
        facts = explanation.Candidates,
    };
}
