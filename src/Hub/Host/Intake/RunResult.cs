using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Intake;

/// <summary>How a run of a source ended.</summary>
/// <param name="Result"><c>done</c>, <c>failed</c>, <c>later</c>, <c>paused</c> or <c>cancelled</c>.</param>
/// <param name="Reason">Why, when it is not done; without personal data.</param>
/// <param name="RetryAfter">For <c>later</c>: how long the source asked to wait. For a transient failure: when to try again before the next scheduled run; null when only a person can help.</param>
/// <param name="Counts">What was counted.</param>
public sealed record RunResult(string Result, string? Reason, TimeSpan? RetryAfter, IntakeCounts Counts);
