using IntegrationHub.Contracts;
using IntegrationHub.Core.Objections;

namespace IntegrationHub.Core.Timelines;

/// <summary>
/// What is known about one citizen now: her own facts and those of the people she lives, or lived, with. Built from every version in the journal, in whatever order: for each fact the
/// highest revision holds, and a withdrawn fact is gone.
/// </summary>
public sealed class Timeline
{
    private readonly List<Fact> own;
    private readonly List<Fact> household;
    private readonly List<Fact> replaced;
    private readonly List<Fact> replacedOfHousehold;

    private Timeline(CitizenRef citizen, (List<Fact> Holding, List<Fact> Replaced) own, (List<Fact> Holding, List<Fact> Replaced) household)
    {
        Citizen = citizen;
        (this.own, replaced) = own;
        (this.household, replacedOfHousehold) = household;
    }

    /// <summary>Whose it is.</summary>
    public CitizenRef Citizen { get; }

    /// <summary>Her own facts that hold, by <see cref="Fact.OccurredAt"/>, then identity.</summary>
    public IReadOnlyList<Fact> Own => own;

    /// <summary>The facts that hold of those who share, or shared, a household with her, in the same order. Whether they lived with her at a time: <see cref="LivesWith"/>.</summary>
    public IReadOnlyList<Fact> Household => household;

    /// <summary>Her own facts, for loops that must not allocate.</summary>
    internal List<Fact> OwnFacts => own;

    /// <summary>The facts of the household, for loops that must not allocate.</summary>
    internal List<Fact> HouseholdFacts => household;

    /// <summary>Who lived with her when.</summary>
    internal LivingTogether Together => field ??= new LivingTogether(Citizen, own, replaced, household, replacedOfHousehold);

    /// <summary>When what runs ends.</summary>
    internal Endings Endings => field ??= new Endings(own, household);

    /// <summary>What she, or who a fact is about, objects to.</summary>
    public TimelineObjections Objections => field ??= new TimelineObjections(this);

    /// <summary>Builds a timeline.</summary>
    /// <param name="citizen">Whose it is.</param>
    /// <param name="own">Every version of every fact about her.</param>
    /// <param name="household">
    /// Every version of every fact about the people who share, or shared, a household with her, and of every statement by which one of them lives with somebody else. See <see cref="Neighbourhood"/>.
    /// </param>
    public static Timeline Of(CitizenRef citizen, IEnumerable<Fact> own, IEnumerable<Fact>? household = null) =>
        new(citizen, Versions.Of(own), household is null ? ([], []) : Versions.Of(household));

    /// <summary>Her own facts of one contract that hold.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    public IEnumerable<T> All<T>()
        where T : Fact => own.OfType<T>();

    /// <summary>
    /// Who lives with her at a time, as the registers say. Never who has, or whose other has, a shelter address or a safety flag (<c>opvangadres</c>, <c>veiligheidsrisico</c>) at that time.
    /// </summary>
    public IReadOnlyCollection<CitizenRef> LivesWith(DateTimeOffset at) => Together.With(at);

    /// <summary>The sources that say at a time that somebody lives with her; none where <see cref="LivesWith"/> does not name that person.</summary>
    public IReadOnlyList<string> SourcesSaying(CitizenRef other, DateTimeOffset at) => Together.SourcesSaying(other, at);

    /// <summary>The versions of a fact of this timeline that it replaced and that were not withdrawn, the latest first.</summary>
    internal IEnumerable<Fact> ReplacedBy(Fact fact) => replaced.Count == 0 && replacedOfHousehold.Count == 0
        ? []
        : (fact.Citizen == Citizen ? replaced : replacedOfHousehold).Where(version => Versions.IsSameFact(version, fact));
}
