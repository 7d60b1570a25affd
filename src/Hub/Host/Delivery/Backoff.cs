namespace IntegrationHub.Host.Delivery;

/// <summary>When to try a delivery again: exponential with full jitter, and no more after a day of trying.</summary>
internal static class Backoff
{
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The pause after so many failed attempts: between half and the whole of 2 s, 4 s, 8 s … at most an hour.</summary>
    /// <param name="attempts">How often it was tried, this time included: 1 or more.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static TimeSpan After(int attempts, double jitter)
    {
        var whole = Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 30)), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(whole * (0.5 + (0.5 * jitter)));
    }
}
