namespace IntegrationHub.Adapters.Sdk;

/// <summary>The source or destination asks for time: it throttles, or says when to come back. The host waits that long; it does not count as a failure.</summary>
public sealed class RetryLaterException : Exception
{
    /// <summary>Asks the host to come back after <paramref name="delay"/>.</summary>
    /// <param name="delay">How long to wait; more than zero.</param>
    /// <param name="reason">Why, without personal data.</param>
    /// <param name="innerException">What caused it, when something was thrown.</param>
    public RetryLaterException(TimeSpan delay, string reason, Exception? innerException = null)
        : base(reason, innerException) => Delay = delay;

    /// <summary>How long to wait.</summary>
    public TimeSpan Delay { get; }
}
