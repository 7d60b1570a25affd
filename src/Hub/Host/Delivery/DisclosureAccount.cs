using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>Keeps account, while a signal is made, of what it shows of whom, from which sources and on what grounds.</summary>
/// <param name="about">Whom the signal is about.</param>
internal sealed class DisclosureAccount(CitizenRef about)
{
    /// <summary>That something happened to somebody: what every signal shows of whom it is about.</summary>
    public const string Moment = "moment";

    /// <summary>That somebody lives with whom the signal is about.</summary>
    public const string Household = "household";

    /// <summary>The rights that may apply.</summary>
    public const string Rights = "rights";

    private readonly Dictionary<CitizenRef, Shown> people = new() { [about] = new Shown() };
    private readonly List<WithheldMoment> withheld = [];

    /// <summary>The numbers of all grounds, as the recipient reads them.</summary>
    public string LegalBasis => string.Join(", ", people.Values.SelectMany(shown => shown.Grounds).Select(one => one.LegalBasis).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Something of somebody is shown.</summary>
    /// <param name="citizen">Of whom.</param>
    /// <param name="field">What.</param>
    /// <param name="source">Whose data it is.</param>
    /// <param name="grounds">By which it may be.</param>
    public void Show(CitizenRef citizen, string field, string source, IEnumerable<Authorisation> grounds)
    {
        if (!people.TryGetValue(citizen, out var shown))
            people[citizen] = shown = new Shown();
        shown.Fields.Add(field);
        shown.Sources.Add(source);
        shown.Grounds.UnionWith(grounds);
    }

    /// <summary>A moment is not shown.</summary>
    public void Withhold(IEnumerable<WithheldMoment> moments) => withheld.AddRange(moments);

    public Disclosure Result()
    {
        var hers = people[about];
        return new Disclosure(hers.Fields, LegalBasis, null)
        {
            About = about,
            Source = hers.Source,
            Purpose = hers.Purpose,
            Ground = hers.Ground,
            Others = [.. people.Where(one => one.Key != about).Select(one => new ShownPerson(one.Key, one.Value.Fields, one.Value.Source, one.Value.Purpose, one.Value.Ground))],
            Withheld = withheld,
        };
    }

    private sealed class Shown
    {
        public SortedSet<string> Fields { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Sources { get; } = new(StringComparer.Ordinal);

        public HashSet<Authorisation> Grounds { get; } = [];

        public string Source => string.Join(',', Sources);

        public string Purpose => Purposes.WordsOf(Grounds);

        public string Ground => string.Join(", ", Grounds.Select(one => one.Ground).Distinct().Order(StringComparer.Ordinal));
    }
}
