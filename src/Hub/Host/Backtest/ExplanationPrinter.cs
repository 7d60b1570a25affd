using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules.Explaining;
using IntegrationHub.Host.Commands;
using Spectre.Console;

namespace IntegrationHub.Host.Backtest;

/// <summary>Writes for each rule what it made of the facts it looked at, in plain words. Those that fired come first.</summary>
internal sealed class ExplanationPrinter(IAnsiConsole console, StoredOutcomes outcomes)
{
    public void Print(CitizenRef citizen, CitizenRef asked, IReadOnlyList<RuleExplanation> explanations)
    {
        console.WriteLine(citizen == asked ? $"Citizen {citizen}" : $"Citizen {citizen} (the reference {asked} turned out to be the same person)");
        foreach (var explanation in explanations.OrderByDescending(one => one.Fired))
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{Markup.Escape(explanation.Rule.Id)}[/]: {(explanation.Fired ? "[green]fires[/]" : "does not fire")}{(explanation.Reason is { } reason ? $". {Markup.Escape(reason.Text)}" : "")}");
            foreach (var candidate in explanation.Candidates)
                Print(citizen, candidate);
        }
    }

    private void Print(CitizenRef citizen, CandidateExplanation candidate)
    {
        console.WriteLine($"  {Fact(candidate.Fact)}{(candidate.About == citizen ? "" : $", about {candidate.About}")}");
        if (candidate.Moment is { } moment)
        {
            console.WriteLine($"    It is a moment {moment.Code}: it counts since {ResultConsole.Happened(moment.CountsAt)} and was first known on {ResultConsole.Time(moment.KnownAt)}. {outcomes.Tell(moment, ResultConsole.Happened(moment.ExpiresAt))}");
            foreach (var ground in moment.Grounds.Skip(1))
                console.WriteLine($"    {Word(ground.Role)}: {Fact(ground)}");
        }

        foreach (var reason in candidate.Reasons)
            console.WriteLine($"    {reason.Text}{(reason.Fact is { } fact ? $" ({Fact(fact)})" : "")}{(reason.Until is { } until ? $" Until {ResultConsole.Happened(until)}." : "")}");
    }

    private static string Word(GroundRole role) => role switch
    {
        GroundRole.Counted => "Counted along",
        GroundRole.Household => "They live together by",
        GroundRole.Who => "With whom she lives is known by",
        _ => "Also there",
    };

    private static string Fact(Ground ground) => $"{ground.Contract} from source {ground.Fact.Source}, happened {ResultConsole.Happened(ground.OccurredAt)}, known {ResultConsole.Time(ground.KnownAt)}";
}
