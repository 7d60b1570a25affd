using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>Our own <c>increasedAllowance{period,exitCode}</c>.</summary>
internal static class IncreasedAllowance
{
    /// <summary>The benefit, as the glossary names it.</summary>
    public const string Benefit = "verhoogde-tegemoetkoming";

    public static IEnumerable<(string Key, Fact Fact)> Read(NotificationReader reader, string number)
    {
        var period = NotificationPeriod.Read(reader, "increasedAllowance");
        var reason = reader.Code("increasedAllowance/exitCode");
        var lastDay = reason is null ? default : period.RequiredEnd(reader);
        if (reader.Rejections.Count > 0)
            yield break;
        yield return ("granted", new BenefitGranted { OccurredAt = BelgianTime.StartOf(period.Begin), Benefit = Benefit, Right = number, Until = reason is null ? period.End : null });
        if (reason is not null)
            yield return ("ended", new BenefitEnded { OccurredAt = BelgianTime.StartOf(lastDay), Benefit = Benefit, Right = number, EndedOn = lastDay, Reason = reason });
    }
}
