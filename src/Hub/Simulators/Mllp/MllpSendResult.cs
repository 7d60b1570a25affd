namespace IntegrationHub.Simulators.Mllp;

/// <summary>How everything was answered.</summary>
/// <param name="Answers">One for each message, in the order of the files.</param>
public sealed record MllpSendResult(IReadOnlyList<MllpAnswer> Answers)
{
    /// <summary>Messages the receiver accepted.</summary>
    public int Accepted => Answers.Count(answer => answer.IsAccepted);

    /// <summary>Whether every message was accepted, and there was at least one.</summary>
    public bool IsSuccess => Answers.Count > 0 && Accepted == Answers.Count;
}
