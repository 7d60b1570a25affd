using System.Globalization;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Console;

/// <summary>
/// One signal as lines of text. A console is a log in many deployments, so nothing that identifies a person stands in it, whatever the gate lets through: no INSZ, no name, no
/// address, no free text. Pure.
/// </summary>
internal sealed class ConsoleFrame(ConsoleTexts texts, ConsoleStyle style)
{
    private const int Width = 72;
    private const char LineEnd = '\n';

    /// <summary>The whole frame, its last line ended.</summary>
    public string Render(SignalReady signal)
    {
        var lines = new StringBuilder();
        var heading = $" {texts.Heading(signal.Kind)}: {signal.MomentCode} ";
        lines.Append(style.TopLeft).Append(style.Horizontal).Append(style.Emphasised(signal.Kind, Clean(heading)))
            .Append(style.Horizontal, Math.Max(1, Width - heading.Length - 2)).Append(LineEnd);
        AddLine(lines, Clean(texts.Pick(signal.Title)));
        AddLine(lines, "");
        if (signal.OccurredAt is { } occurredAt)
            AddField(lines, texts.HappenedOn, Moment(occurredAt));
        AddField(lines, texts.Citizen, signal.Citizen.ToString());
        AddField(lines, texts.Recipient, signal.Worker is null ? signal.Recipient : $"{signal.Recipient} ({texts.Worker} {signal.Worker})");
        if (signal.Priority is SignalPriority.High or SignalPriority.Urgent)
            AddField(lines, texts.Priority, signal.Priority == SignalPriority.Urgent ? texts.Urgent : texts.High);
        foreach (var moment in signal.Moments.Skip(1))
            AddField(lines, texts.Also, Also(moment));
        AddRights(lines, signal);
        lines.Append(style.BottomLeft).Append(style.Horizontal, Width - 1).Append(LineEnd);
        return lines.ToString();
    }

    private void AddRights(StringBuilder lines, SignalReady signal)
    {
        string[] names = [.. signal.Rights.Select(right => texts.Pick(right.Name)), .. signal.RightsToExplore.Where(id => signal.Rights.All(right => right.Id != id))];
        if (signal.Kind == SignalKind.Withdrawn || names.Length == 0)
            return;
        AddLine(lines, "");
        AddLine(lines, $"{texts.Rights} ({texts.NoPromise}):");
        foreach (var name in names)
            AddLine(lines, $"  {style.Bullet} {Clean(name)}");
    }

    private string Also(SignalMoment moment)
    {
        var said = new List<string> { texts.Pick(moment.Title) };
        if (moment.IsOfHouseholdMember)
            said.Add(texts.HouseholdMember);
        if (moment.OccurredAt is { } occurredAt)
            said.Add(Moment(occurredAt));
        return string.Join(", ", said);
    }

    private void AddField(StringBuilder lines, string name, string value) => AddLine(lines, $"{name,-12} {Clean(value)}");

    private void AddLine(StringBuilder lines, string text) => lines.Append($"{style.Vertical} {text}".TrimEnd()).Append(LineEnd);

    private string Moment(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, BelgianTime.Zone);
        var day = local.ToString("dddd d MMMM yyyy", texts.Culture);
        return local.TimeOfDay == TimeSpan.Zero ? day : string.Create(CultureInfo.InvariantCulture, $"{day}, {local:HH:mm}");
    }

    // A control character in a text could rewrite what stands on a terminal, or forge a line of a log.
    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
