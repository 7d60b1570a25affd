namespace IntegrationHub.Core.Signals;

/// <summary>A partner chosen for a signal.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Worker">The known case worker's code in the partner's tool; null when nobody is known.</param>
/// <param name="Reason">Why it was chosen, for the explanation: <c>known-case-worker</c>, <c>municipality</c> or <c>mutuality</c>.</param>
public sealed record Recipient(Partner Partner, string? Worker, string Reason)
{
    /// <summary>The reason that the partner has a file open for the citizen.</summary>
    public const string KnownCaseWorker = "known-case-worker";
}
