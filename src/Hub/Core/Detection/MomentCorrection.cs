namespace IntegrationHub.Core.Detection;

/// <summary>A moment that stands and of which something changed: a fact was corrected, or it can be told to somebody by now.</summary>
/// <param name="Moment">As it is now.</param>
/// <param name="Shows">Whether who has its signal sees the difference, and so is told.</param>
public sealed record MomentCorrection(StoredMoment Moment, bool Shows);
