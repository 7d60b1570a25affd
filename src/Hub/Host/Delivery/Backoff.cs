namespace IntegrationHub.Host.Delivery;

/// <summary>When to try a delivery again: exponential, with jitter over the upper half.</summary>
internal static class Backoff
{
    /// <summary>No pause is longer, whatever a tool asks.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);
    private const int LeastAttempts = 10;
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);
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

    /// <summary>Whether it was tried long and often enough. Both count: a weekend in which the hub was down is no attempt.</summary>
    public static bool GivesUp(int attempts, TimeSpan age) => attempts >= LeastAttempts && age >= GiveUpAfter;
}
