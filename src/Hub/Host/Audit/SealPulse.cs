namespace IntegrationHub.Host.Audit;

/// <summary>Whether this host keeps the head of the audit log outside the database.</summary>
internal sealed class SealPulse
{
    private volatile string? headProblem;

    /// <summary>Why it does not; empty when it does, null before it looked.</summary>
    public string? HeadProblem
    {
        get => headProblem;
        set => headProblem = value;
    }
}
