using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules.Explaining;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Host.Backtest;
using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.History;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub rules explain</c>: for each rule why it did or did not fire on a citizen, without personal data.</summary>
internal static class RulesExplainCommand
{
    public static Command Create()
    {
        var config = RulesFolderOption.Create();
        var citizen = new Option<string>("--citizen") { Description = "The hub's reference of the citizen, as hub signals and hub rules test show it.", HelpName = "REF" };
        citizen.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !Guid.TryParseExact(text, "D", out _))
                result.AddError("--citizen: expected a reference of 36 characters, as hub signals shows it. It is never an INSZ.");
        });
        var source = new Option<string?>("--source") { Description = "With --record: the source of a record about the citizen, as hub.json names it.", HelpName = "ID" };
        var record = new Option<string?>("--record") { Description = "With --source: the source's own id of a record about the citizen, as hub signals show prints it. For who had no signal, too.", HelpName = "RECORD" };
        var json = CliOptions.Json();
        var command = new Command("explain", "Tell for each rule why it did or did not fire on a citizen: the facts with their sources and times. Shows nothing that says who she is.") { citizen, source, record, config, json };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(source) is null) != (result.GetResult(record) is null) || (result.GetResult(citizen) is null) == (result.GetResult(source) is null))
                result.AddError("Say who: --citizen REF, or --source ID with --record RECORD.");
        });
        command.SetAction(async (parsed, token) => RulesFolderOption.Of(parsed, config) is { } folder
            ? await ExplainAsync(folder, (history, stop) => WhoAsync(history, parsed.GetValue(citizen), parsed.GetValue(source), parsed.GetValue(record), stop), parsed.GetValue(json), token)
            : RulesFolderOption.Missing());
        return command;
    }

    private static async Task<(IReadOnlyList<CitizenRef> Citizens, CitizenRef? Asked, string Otherwise)> WhoAsync(IHistoryStore history, string? citizen, string? source, string? record, CancellationToken token)
    {
        if (citizen is null)
            return (await history.FindAsync(source!, record!, token), null, "No fact of such a record of this source is in this store. Take the ids from hub.json and from the source itself; a source whose ids hold personal data shows them with hub signals show only.");
        var asked = CitizenRef.Parse(citizen);
        return (await history.FindAsync(asked, token) is { } found ? [found] : [], asked, $"No citizen has the reference {asked} in this store. Take one from hub signals or hub rules test, or give --source and --record.");
    }

    private static async Task<int> ExplainAsync(
        string folder, Func<IHistoryStore, CancellationToken, Task<(IReadOnlyList<CitizenRef> Citizens, CitizenRef? Asked, string Otherwise)>> who, bool json, CancellationToken token)
    {
        using var loggers = HubLogging.Create(LogLevel.Error);
        var (journal, mistakes) = await OpenedJournal.OpenAsync(folder, loggers, TimeProvider.System, token);
        if (journal is null)
            return MistakesOutput.Write(mistakes, json);
        await using var opened = journal;
        var (citizens, asked, otherwise) = await who(journal.History, token);
        if (citizens.Count == 0)
            return MistakesOutput.Write([otherwise], json);
        if (citizens.Count > 1)
            return MistakesOutput.Write([$"This record is about {citizens.Count} people. Ask of one: --citizen {string.Join(", or --citizen ", citizens)}."], json);

        var citizen = citizens[0];
        var history = (await journal.History.LoadAsync([citizen], FactContract.Names, FactContract.Names, token))[0];
        var now = TimeProvider.System.GetUtcNow();
        var timeline = Timeline.Of(citizen, history.Own, history.Household);
        var explanations = journal.Active.Explain(timeline, now);
        var outcomes = new StoredOutcomes(await journal.History.MomentsAsync(citizen, token), await journal.History.LoadsAsync(token), moment => timeline.Objections.To(moment, now));
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { citizen, at = now, rules = explanations.Select(one => Row(one, outcomes)) }, MistakesOutput.Readable));
        else
            new ExplanationPrinter(ResultConsole.Create(), outcomes).Print(citizen, asked ?? citizen, explanations);
        return ExitCode.Done;
    }

    private static object Row(RuleExplanation explanation, StoredOutcomes outcomes) => new
    {
        rule = explanation.Rule.Id,
        moment = explanation.Rule.Moment,
        fired = explanation.Fired,
        reason = explanation.Reason,
        facts = explanation.Candidates,
        stored = explanation.Candidates.Select(candidate => candidate.Moment).OfType<Moment>().Select(outcomes.Of).OfType<StoredMoment>().Select(one => new { fact = one.Moment.Anchor, outcome = one.Outcome, signal = one.SignalId }),
    };
}
