namespace IntegrationHub.Storage.Database;

/// <summary>Times as the tables hold them: microseconds since 1970, UTC.</summary>
internal static class Micros
{
    /// <summary>An hour.</summary>
    public const long HourLength = 3_600_000_000;

    private static readonly long First = Of(DateTimeOffset.MinValue);
    private static readonly long Last = Of(DateTimeOffset.MaxValue);

    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long? Of(DateTimeOffset? time) => time is { } known ? Of(known) : null;

    /// <summary>The hour since 1970, UTC. A Belgian day is always whole hours.</summary>
    public static long HourOf(long micros) => micros / HourLength;

    /// <summary>The beginning of an hour.</summary>
    public static DateTimeOffset OfHour(long hour) => ToTime(hour * HourLength);

    /// <summary>A number that no time has, which somebody put there by hand, becomes the nearest that one has: whoever reads it goes on, and the seals of the audit log tell what was changed.</summary>
    public static DateTimeOffset ToTime(long micros) => new(DateTimeOffset.UnixEpoch.Ticks + (Math.Clamp(micros, First, Last) * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The time without what the tables cannot hold, so that what is read equals what was written.</summary>
    public static DateTimeOffset Cut(DateTimeOffset time) => ToTime(Of(time));
}
