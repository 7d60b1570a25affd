using IntegrationHub.Contracts;
using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>Cron text as an administrator writes it.</summary>
public static class CronText
{
    private const string Example = "seconds come first, for example `0 0/15 * * * ?` is every quarter of an hour and `0 30 6 ? * MON-FRI` is half past six on weekdays";

    /// <summary>What is wrong with it, as a sentence that says what to put there; null when nothing is.</summary>
    public static string? Problem(string? cron, TimeProvider? clock = null)
    {
        var fields = (cron ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (fields == 0)
            return $"The schedule is empty; write six fields: {Example}.";
        if (fields == 5)
            return $"The schedule has five fields, as in a crontab, and needs six or seven; {Example}.";
        if (fields is not (6 or 7))
            return $"The schedule has {fields} {(fields == 1 ? "field" : "fields")} and needs six or seven; {Example}.";
        try
        {
            var next = Parse(cron!).GetNextValidTimeAfter((clock ?? TimeProvider.System).GetUtcNow());
            return next is null ? "The schedule never comes again: no date in the future fits it." : null;
        }
        catch (FormatException e)
        {
            return $"The schedule cannot be read ({e.Message.TrimEnd('.')}); {Example}.";
        }
    }

    internal static CronExpression Parse(string cron) => new(cron, BelgianTime.Zone);
}
