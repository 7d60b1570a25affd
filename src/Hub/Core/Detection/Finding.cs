namespace IntegrationHub.Core.Detection;

/// <summary>What the rules found on a timeline.</summary>
/// <param name="Moments">The moments that hold now; none when a ground was lost.</param>
/// <param name="RecheckAt">When time alone may change the answer; null when it cannot.</param>
public sealed record Finding(IReadOnlyList<Moment> Moments, DateTimeOffset? RecheckAt)
{
    /// <summary>Nothing now, and nothing that time alone brings.</summary>
    public static Finding Nothing { get; } = new([], null);
}
