using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Detection;

/// <summary>A fact on which a moment rests.</summary>
/// <param name="Role">What it does for the moment.</param>
/// <param name="Fact">Which fact, whatever its version.</param>
/// <param name="Contract">Wire name of its contract.</param>
/// <param name="OccurredAt">When it happened, as its version that holds says.</param>
/// <param name="KnownAt">When the hub knew that version, UTC.</param>
public sealed record Ground(GroundRole Role, FactIdentity Fact, string Contract, DateTimeOffset OccurredAt, DateTimeOffset KnownAt)
{
    /// <summary>Of what several sources may say (who lives together): facts with one number say one thing, and of these one is ground enough. Null: it takes this very fact.</summary>
    public int? OneOf { get; init; }

    /// <summary>A fact as ground.</summary>
    public static Ground Of(GroundRole role, Fact fact) => new(
        role, new FactIdentity(fact.Source, fact.RecordId, fact.FactKey), FactContract.NameOf(fact.GetType()), fact.OccurredAt, fact.KnownAt);
}
