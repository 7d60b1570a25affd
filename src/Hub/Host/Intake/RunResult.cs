using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Intake;

/// <summary>How a run of a source ended.</summary>
/// <param name="Result"><c>done</c>, <c>nothing to read</c> (nor ever read), <c>refused</c> (a whole file of it), <c>failed</c>, <c>later</c>, <c>paused</c> or <c>cancelled</c>.</param>
/// <param name="Reason">Why, when it is not done, or what a person should know of it; without personal data.</param>
/// <param name="RetryAfter">For <c>later</c>: how long the source asked to wait. For a transient failure: when to try again before the next scheduled run; null when only a person can help.</param>
/// <param name="Counts">What was counted.</param>
public sealed record RunResult(string Result, string? Reason, TimeSpan? RetryAfter, IntakeCounts Counts);
