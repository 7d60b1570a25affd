using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Timelines;

/// <summary>
/// A citizen's life as far as somebody may see it. What is concluded from it tells nothing of what is hidden: neither by what is there, nor by what is not. Only separations, shelter addresses and safety flags
/// count though they are hidden, and they only part people.
/// </summary>
/// <param name="citizen">Whose life.</param>
/// <param name="facts">Every version of every fact by citizen: hers and those of everyone near her, as for <see cref="Neighbourhood"/>.</param>
/// <param name="maySee">Whether a fact may be seen.</param>
/// <param name="now">The present.</param>
public sealed class VisibleLife(CitizenRef citizen, IReadOnlyDictionary<CitizenRef, IReadOnlyList<Fact>> facts, Func<Fact, bool> maySee, DateTimeOffset now)
{
    private readonly Timeline whole = new Neighbourhood(facts).Of(citizen);

    /// <summary>
    /// The timeline for what happened at a time. Of others it holds those alone who lived with her then and still do, or died, by all that is known, seen or hidden: never somebody from whom she parted.
    /// </summary>
    public Timeline At(DateTimeOffset at) => new Neighbourhood(facts.ToDictionary(
        one => one.Key,
        one =>
        {
            var isNear = one.Key == citizen || IsNear(one.Key, one.Value, at);
            return (IReadOnlyList<Fact>)[.. Visible(one.Value, fact => isNear || fact is HouseholdChanged)];
        })).Of(citizen);

    /// <summary>What a fact said before it was corrected to something hidden does not come back: it no longer holds.</summary>
    private IEnumerable<Fact> Visible(IReadOnlyList<Fact> versions, Func<Fact, bool> counts)
    {
        var hiddenSince = new Dictionary<FactIdentity, int>();
        foreach (var hidden in versions.Where(fact => fact is not FactWithdrawn && !maySee(fact)))
            hiddenSince[IdentityOf(hidden)] = Math.Max(hidden.Revision, hiddenSince.GetValueOrDefault(IdentityOf(hidden)));
        return versions.Where(fact => fact is FactWithdrawn || IsSafetyFlag(fact) || (counts(fact) && fact.Revision > hiddenSince.GetValueOrDefault(IdentityOf(fact), int.MinValue)));
    }

    private static FactIdentity IdentityOf(Fact fact) => new(fact.Source, fact.RecordId, fact.FactKey);

    private bool IsNear(CitizenRef other, IReadOnlyList<Fact> others, DateTimeOffset at) =>
        whole.Together.MayTell(other, at, now) && (whole.Together.With(other, now) || Timeline.Of(other, others).DiedBy(now));

    private static bool IsSafetyFlag(Fact fact) => fact is CircumstanceReported circumstance && SafetyFlags.IsOne(circumstance);
}
