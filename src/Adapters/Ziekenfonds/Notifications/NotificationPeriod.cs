namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>From when until when: <c>period{beginDate,endDate}</c>, as other messages of the KSZ write it.</summary>
/// <param name="Begin">First day.</param>
/// <param name="End">Last day; null while it runs.</param>
/// <param name="EndPath">Where the last day stands.</param>
internal sealed record NotificationPeriod(DateOnly Begin, DateOnly? End, string EndPath)
{
    public static NotificationPeriod Read(NotificationReader reader, string body)
    {
        var (beginPath, endPath) = ($"{body}/period/beginDate", $"{body}/period/endDate");
        var begin = reader.RequiredDate(beginPath);
        var end = reader.Date(endPath);
        reader.InOrder(beginPath, begin, endPath, end);
        return new NotificationPeriod(begin, end, endPath);
    }

    /// <summary>The last day of what an exit code says is over.</summary>
    public DateOnly RequiredEnd(NotificationReader reader)
    {
        if (End is null && reader.Rejections.Count == 0)
            reader.Reject(EndPath, "the last day, because there is an exit code, found nothing", "Fill in the last day.");
        return End ?? default;
    }
}
