using System.CommandLine;
using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CliOptions
{
    private const int LongestBecause = 400;
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    public static Option<string?> Config() => new("--config") { Description = "The configuration folder (hub.json, partnerships.json, authorisations.json).", HelpName = "DIR" };

    public static Option<string> RequiredConfig() => new("--config") { Description = "The configuration folder (hub.json, partnerships.json, authorisations.json).", HelpName = "DIR", Required = true };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };

    /// <summary>A day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name}: expected a day as yyyy-MM-dd, such as 2026-12-31.");
            return null;
        },
    };

    /// <summary>A time with its offset.</summary>
    public static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParseExact(result.Tokens[0].Value, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                return time;
            result.AddError($"{name}: expected a time such as 2026-12-31T06:00+01:00.");
            return null;
        },
    };

    /// <summary>A time with its offset, or a day: its last second in Belgium.</summary>
    public static Option<DateTimeOffset?> DayOrTime(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return BelgianTime.EndOf(day)?.AddSeconds(-1) ?? DateTimeOffset.MaxValue;
            if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                return time;
            result.AddError($"{name}: expected a day as 2026-12-31, or a time as 2026-12-31T17:00:00+01:00.");
            return null;
        },
    };

    /// <summary>Why somebody takes something away for good.</summary>
    public static Option<string> Because()
    {
        var option = Reason("--because", "Why, for who reads the audit log. Never name anybody in it.");
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>()?.Trim().Length is not (>= 5 and <= LongestBecause))
                result.AddError($"--because: expected a reason of 5 to {LongestBecause} characters.");
        });
        return option;
    }

    /// <summary>Why somebody does what she does: a text that is kept, in the audit log for ten years.</summary>
    public static Option<string> Reason(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "TEXT", Required = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Insz.IsIn(text))
                result.AddError($"{name}: an INSZ stands in this text, and it is kept. Say it without the number, for instance with the id of the entry or the reference of the citizen.");
        });
        return option;
    }
}
