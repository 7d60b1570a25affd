using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Erasure;

/// <summary>An erasure, as the list outside the database knows it.</summary>
/// <param name="At">When.</param>
/// <param name="References">Every reference of the citizen; none of somebody of whom there was no fact.</param>
internal sealed record ListedErasure(DateTimeOffset At, IReadOnlyList<CitizenRef> References)
{
    /// <summary>The same on the lists of two hosts.</summary>
    public (DateTimeOffset At, CitizenRef? First) Identity => (At, References.Count == 0 ? null : References[0]);
}
