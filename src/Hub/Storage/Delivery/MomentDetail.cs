using IntegrationHub.Core.Detection;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A moment in a signal.</summary>
/// <param name="Stored">The moment.</param>
/// <param name="DetectedAt">When the rule found it, UTC.</param>
/// <param name="WithdrawnAt">When it lost its ground, UTC; null while it stands.</param>
public sealed record MomentDetail(StoredMoment Stored, DateTimeOffset DetectedAt, DateTimeOffset? WithdrawnAt);
