using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;

namespace IntegrationHub.Core.Rights;

/// <summary>A right that may apply, and what says so. Never that it is granted.</summary>
/// <param name="Right">The right.</param>
/// <param name="Moment">The moment for which a rule names it.</param>
/// <param name="Fact">The fact that says that it may apply; null where the moment itself does (the right has no conditions of its own), and where nothing does but another right.</param>
/// <param name="Follows">Ids of other rights in the same list that would bring it along, once they are granted.</param>
public sealed record RightToExplore(Right Right, Moment Moment, Fact? Fact, IReadOnlyList<string> Follows)
{
    /// <summary>Whether the moment itself says that it may apply.</summary>
    public bool IsSaidByMoment => Right.When.Count == 0;
}
