using System.Collections.Concurrent;

namespace IntegrationHub.Core.Privacy;

/// <summary>Decides what may flow from a source to a recipient. Default deny.</summary>
public sealed class LegalGate(IReadOnlyList<Authorisation> authorisations)
{
    // Asked for every fact that is stored or shown, and the answers change only when a ground begins or ends.
    private readonly DateTimeOffset[] changes = [.. authorisations.Select(one => one.BeginsAt).Concat(authorisations.Select(one => one.EndsAt).OfType<DateTimeOffset>()).Distinct().Order()];
    private Answers answers = new(DateTimeOffset.MaxValue, DateTimeOffset.MinValue);

    /// <summary>Every ground that the configuration holds, valid or not.</summary>
    public IReadOnlyList<Authorisation> Authorisations => authorisations;

    /// <summary>Whether a recipient may see facts of a contract from a source, on what ground, and which fields.</summary>
    /// <param name="source">Id of the source that supplied the fact.</param>
    /// <param name="contract">Wire name of the fact's contract.</param>
    /// <param name="recipient">Id of the partner.</param>
    /// <param name="helpsAlready">Whether the partner has a file open for the citizen: only then a ground for continued support counts.</param>
    /// <param name="now">The moment of disclosure.</param>
    public GateDecision Decide(string source, string contract, string recipient, bool helpsAlready, DateTimeOffset now) =>
        At(now).Decisions.GetOrAdd((source, contract, recipient, helpsAlready), _ => DecideAnew(source, contract, recipient, helpsAlready, now));

    private GateDecision DecideAnew(string source, string contract, string recipient, bool helpsAlready, DateTimeOffset now)
    {
        var naming = authorisations.Where(one => one.Names(source, contract, recipient)).ToList();
        if (naming.Count == 0)
            return GateDecision.Refuse($"No authorisation names {contract} of source {source} for {recipient}.", []);
        var counting = naming.Where(one => one.Purpose != Purpose.ContinuedSupport || helpsAlready).ToList();
        if (counting.Count == 0)
            return GateDecision.Refuse($"{contract} of source {source} may go to {recipient} for continued support only, and {recipient} has no file open for this citizen.", naming);
        var valid = counting.Where(one => one.IsValidAt(now)).ToList();
        return valid.Count > 0
            ? GateDecision.Allow(valid)
            : GateDecision.Refuse(WhyNot(counting, recipient, now), counting, counting.Select(one => one.BeginsAt).Where(begins => begins > now).Cast<DateTimeOffset?>().Min());
    }

    private static string WhyNot(List<Authorisation> naming, string recipient, DateTimeOffset now)
    {
        var one = naming.OrderBy(ground => ground.BeginsAt > now).ThenByDescending(ground => ground.EndsAt).First();
        return one.BeginsAt > now
            ? $"The authorisation {one.Id} for {recipient} does not hold before {BelgianInstant.Of(one.BeginsAt)}."
            : $"The authorisation {one.Id} for {recipient} holds no more since {BelgianInstant.Of(one.EndsAt!.Value)}.";
    }

    /// <summary>
    /// The fields of a contract of a source that somebody may see on a valid ground; null when no valid authorisation names the contract at all. What is not among them is not stored.
    /// </summary>
    public IReadOnlySet<string>? FieldsToStore(string source, string contract, DateTimeOffset now) =>
        At(now).ToStore.GetOrAdd((source, contract), _ => Union(authorisations.Where(one => one.Source == source && one.Contracts.Contains(contract) && one.IsValidAt(now))));

    /// <summary>
    /// The fields that some authorisation names that began, whether it still holds or not: more when a ground is added or begins, and never less because one lapses.
    /// </summary>
    public IReadOnlySet<string>? FieldsNamedBy(string source, string contract, DateTimeOffset now) =>
        At(now).Named.GetOrAdd((source, contract), _ => Union(authorisations.Where(one => one.Source == source && one.Contracts.Contains(contract) && one.BeginsAt <= now)));

    private static HashSet<string>? Union(IEnumerable<Authorisation> grounds)
    {
        HashSet<string>? fields = null;
        foreach (var ground in grounds)
            (fields ??= []).UnionWith(ground.Fields);
        return fields;
    }

    private Answers At(DateTimeOffset now)
    {
        var known = Volatile.Read(ref answers);
        if (known.From <= now && now < known.Until)
            return known;
        var next = Array.FindIndex(changes, change => change > now);
        var (from, until) = next < 0 ? (changes.Length == 0 ? DateTimeOffset.MinValue : changes[^1], DateTimeOffset.MaxValue) : (next == 0 ? DateTimeOffset.MinValue : changes[next - 1], changes[next]);
        Volatile.Write(ref answers, known = new Answers(from, until));
        return known;
    }

    /// <summary>What was answered between two changes. Only sources, contracts and partners of the configuration come as questions, so it stays small.</summary>
    private sealed class Answers(DateTimeOffset from, DateTimeOffset until)
    {
        public DateTimeOffset From { get; } = from;

        public DateTimeOffset Until { get; } = until;

        public ConcurrentDictionary<(string Source, string Contract), IReadOnlySet<string>?> ToStore { get; } = new();

        public ConcurrentDictionary<(string Source, string Contract), IReadOnlySet<string>?> Named { get; } = new();

        public ConcurrentDictionary<(string Source, string Contract, string Recipient, bool HelpsAlready), GateDecision> Decisions { get; } = new();
    }
}
