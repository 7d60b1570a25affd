using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Erasure;

/// <summary>An erasure, as the list outside the database knows it.</summary>
/// <param name="At">When.</param>
/// <param name="References">Every reference of the citizen; none of somebody of whom there was no fact.</param>
internal sealed record ListedErasure(DateTimeOffset At, IReadOnlyList<CitizenRef> References);
