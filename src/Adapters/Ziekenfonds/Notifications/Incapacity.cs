using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>An attestation of incapacity to work: <c>allowance{period,initialStartDate,invalidityStartDate,exitCode}</c>.</summary>
internal static class Incapacity
{
    /// <summary>The benefit, as the glossary names it.</summary>
    public const string Benefit = "uitkering-arbeidsongeschiktheid";

    /// <summary>The circumstance that invalidity begins (after a year of incapacity), as the glossary names it.</summary>
    public const string Invalidity = "invaliditeit";

    private const string ExitPath = "allowance/exitCode";
    private const string InitialPath = "allowance/initialStartDate";
    private const string InvalidityPath = "allowance/invalidityStartDate";

    public static IEnumerable<(string Key, Fact Fact)> Read(NotificationReader reader, string number)
    {
        var period = NotificationPeriod.Read(reader, "allowance");
        var initial = reader.Date(InitialPath);
        var invalidity = reader.Date(InvalidityPath);
        if (initial is { } first)
            reader.InOrder(InitialPath, first, InvalidityPath, invalidity);
        var exit = reader.Optional<int>(ExitPath, "an exit code from 1 to 9", "Correct the code; when the KSZ knows a new one, this adapter must learn what it means.", ExitOf);
        var lastDay = exit is null ? default : period.RequiredEnd(reader);
        if (reader.Rejections.Count > 0)
            yield break;

        yield return ("granted", new BenefitGranted { OccurredAt = BelgianTime.StartOf(period.Begin), Benefit = Benefit, Right = number, Until = exit is null ? period.End : null });
        if (exit is { } code)
            yield return Exit(code, lastDay, number);
        if (invalidity is { } since)
            yield return ("invalidity", new CircumstanceReported { OccurredAt = BelgianTime.StartOf(since), Code = Invalidity, Attributes = InvalidityAttributes(number, initial) });
    }

    // 7 (maternity) and 9 (absent at a check) say that it is suspended: not paid for a time, from the day after the last one. All others say that it is over.
    private static (string Key, Fact Fact) Exit(int code, DateOnly lastDay, string number)
    {
        var reason = code.ToString(CultureInfo.InvariantCulture);
        return code is 7 or 9
            ? ("suspended", new BenefitSuspended { OccurredAt = BelgianTime.EndOf(lastDay) ?? BelgianTime.StartOf(lastDay), Benefit = Benefit, Right = number, Reason = reason })
            : ("ended", new BenefitEnded { OccurredAt = BelgianTime.StartOf(lastDay), Benefit = Benefit, Right = number, EndedOn = lastDay, Reason = reason });
    }

    private static Dictionary<string, string> InvalidityAttributes(string number, DateOnly? initial)
    {
        var attributes = new Dictionary<string, string> { ["right"] = number };
        if (initial is { } since)
            attributes["incapacitySince"] = since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return attributes;
    }

    private static int? ExitOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 1 and <= 9 ? code : null;
}
