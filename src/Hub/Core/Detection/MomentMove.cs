namespace IntegrationHub.Core.Detection;

/// <summary>A moment goes over from one signal to another.</summary>
/// <param name="Moment">Id of the moment.</param>
/// <param name="From">The signal that loses it.</param>
/// <param name="To">The signal that gains it.</param>
public sealed record MomentMove(Guid Moment, Guid From, Guid To);
