using System.Globalization;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Delivery;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary>Tells a signal to who sits at a terminal.</summary>
internal sealed class SignalStoryPrinter(IAnsiConsole console)
{
    public void Print(SignalStory story)
    {
        var signal = story.Signal;
        Line($"Signal {signal.Id}, priority {Word(signal.Priority)}");
        Field("issued", ResultConsole.Happened(signal.IssuedAt));
        if (signal.WithdrawnAt is { } withdrawn)
            Field("withdrawn", $"{ResultConsole.Happened(withdrawn)}: nothing in it holds any more");
        else
            Field("of use until", ResultConsole.Happened(signal.ExpiresAt));
        foreach (var moment in signal.Moments)
            Print(moment, story);
        Line("");
        Line("Deliveries");
        var table = new Table().Border(TableBorder.Simple).AddColumns("to", "tells", "decided", "state", "tries", "settled", "detail");
        foreach (var delivery in signal.Deliveries)
        {
            table.AddRow(new[]
            {
                delivery.Recipient.Length == 0 ? "nobody" : delivery.Recipient, delivery.Kind, ResultConsole.Happened(delivery.DecidedAt), delivery.State, delivery.Attempts.ToString(CultureInfo.InvariantCulture),
                delivery.SettledAt is { } settled ? ResultConsole.Happened(settled) : "", delivery.Detail ?? "",
            }.Select(ResultConsole.Cell).ToArray());
        }

        console.Write(table);
    }

    private void Print(MomentDetail detail, SignalStory story)
    {
        var moment = detail.Stored.Moment;
        var rule = story.RuleOf(moment);
        Line("");
        Line($"Moment {moment.Code}{(rule?.Title.GetValueOrDefault("en") is { } title ? $": {title}" : "")}{(detail.WithdrawnAt is null ? "" : " (withdrawn)")}");
        if (rule?.Text.GetValueOrDefault("en") is { } text)
            Field("text", text);
        Field("citizen", moment.Citizen.ToString());
        Field("rule", $"{moment.Rule}{Where(rule?.File)}, fingerprint {(moment.RuleFingerprint.Length == 0 ? "unknown" : moment.RuleFingerprint)}"
            + (rule is null ? ": no longer configured" : story.IsChanged(moment) ? ": its text changed since" : ""));
        Field("happened", ResultConsole.Happened(moment.OccurredAt));
        Field("known since", ResultConsole.Happened(moment.KnownAt));
        Field("waited for", story.WaitedFor(moment));
        Field("counts from", ResultConsole.Happened(moment.CountsAt));
        Field("found", ResultConsole.Happened(detail.DetectedAt));
        if (detail.WithdrawnAt is { } withdrawn)
            Field("withdrawn", $"{ResultConsole.Happened(withdrawn)}: a fact it rested on was corrected or withdrawn");
        if (detail.WithdrawnAt is null && Objected(detail.Stored.Outcome) is { } objected)
            Field("now", objected);
        foreach (var ground in moment.Grounds)
            Field(Word(ground.Role), $"{ground.Contract} of {ground.Fact.Source}, happened {ResultConsole.Happened(ground.OccurredAt)}, known {ResultConsole.Happened(ground.KnownAt)}, record {ground.Fact.RecordId}");
        foreach (var partner in detail.Stored.Chosen)
            Field("chosen", $"{partner.Partner}{(partner.Worker is null ? "" : $" (case worker {partner.Worker})")}: {SignalStory.WhyChosen(partner)}");
        foreach (var refusal in story.Signal.Deliveries.Where(delivery => delivery.MomentId == detail.Stored.Id))
            Field("refused", $"{(refusal.Recipient.Length == 0 ? "nobody chosen" : refusal.Recipient)}: {refusal.Detail}");
    }

    private static string? Objected(MomentOutcome outcome) => outcome switch
    {
        MomentOutcome.Silenced => "silenced: the citizen refuses signals of this kind (weigering)",
        MomentOutcome.Disputed => "disputed: a fact it rests on is disputed (betwisting), and its source has not answered yet",
        _ => null,
    };

    private void Line(string text) => console.WriteLine(text);

    private void Field(string name, string value) => console.WriteLine($"  {name,-13} {value}");

    private static string Where(string? file) => string.IsNullOrEmpty(file) ? "" : $" ({file})";

    private static string Word<T>(T value)
        where T : struct, Enum => value switch
        {
            GroundRole.When => "rests on",
            GroundRole.And => "and on",
            GroundRole.Counted => "counted",
            GroundRole.Household => "together by",
            GroundRole.Who => "lives by",
            _ => value.ToString().ToLowerInvariant(),
        };
}
