using System.Collections.Concurrent;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Privacy;

/// <summary>Decides what may flow from a source to a recipient. Default deny.</summary>
public sealed class LegalGate(IReadOnlyList<Authorisation> authorisations)
{
    // Asked for every fact that is stored or shown, and the answers change at midnight only.
    private Answers answers = new(DateOnly.MinValue);

    /// <summary>Whether a recipient may see facts of a contract from a source, on what ground, and which fields.</summary>
    /// <param name="source">Id of the source that supplied the fact.</param>
    /// <param name="contract">Wire name of the fact's contract.</param>
    /// <param name="recipient">Id of the partner.</param>
    /// <param name="helpsAlready">Whether the partner has a file open for the citizen: only then a ground for continued support counts.</param>
    /// <param name="now">The moment of disclosure.</param>
    public GateDecision Decide(string source, string contract, string recipient, bool helpsAlready, DateTimeOffset now)
    {
        var today = Today(now);
        return today.Decisions.GetOrAdd((source, contract, recipient, helpsAlready), _ => Decide(source, contract, recipient, helpsAlready, today.Day));
    }

    private GateDecision Decide(string source, string contract, string recipient, bool helpsAlready, DateOnly day)
    {
        var naming = authorisations
            .Where(one => one.Source == source && one.Contracts.Contains(contract) && one.Recipients.Contains(recipient))
            .ToList();
        if (naming.Count == 0)
            return GateDecision.Refuse($"No authorisation names {contract} of source {source} for {recipient}.");
        naming.RemoveAll(one => one.Purpose == Purpose.ContinuedSupport && !helpsAlready);
        if (naming.Count == 0)
            return GateDecision.Refuse($"{contract} of source {source} may go to {recipient} for continued support only, and {recipient} has no file open for this citizen.");
        var valid = naming.Where(one => one.IsValidOn(day)).ToList();
        if (valid.Count == 0)
            return GateDecision.Refuse($"The authorisation {naming[0].Id} for {recipient} is not valid on {day:yyyy-MM-dd}.");
        var fields = valid.SelectMany(one => one.Fields).ToHashSet();
        return GateDecision.Allow(string.Join(", ", valid.Select(one => one.LegalBasis).Distinct()), fields);
    }

    /// <summary>
    /// The fields of a contract of a source that somebody may see on a valid ground; null when no valid authorisation names the contract at all. What is not among them is not stored.
    /// </summary>
    public IReadOnlySet<string>? FieldsToStore(string source, string contract, DateTimeOffset now)
    {
        var today = Today(now);
        return today.Fields.GetOrAdd((source, contract), _ => Union(authorisations.Where(one => one.Source == source && one.Contracts.Contains(contract) && one.IsValidOn(today.Day))));
    }

    /// <summary>
    /// The fields that some authorisation names, valid or not: it changes when the configuration does, not when a ground lapses.
    /// </summary>
    public IReadOnlySet<string>? FieldsEverNamed(string source, string contract) => Union(authorisations.Where(one => one.Source == source && one.Contracts.Contains(contract)));

    private static HashSet<string>? Union(IEnumerable<Authorisation> grounds)
    {
        HashSet<string>? fields = null;
        foreach (var ground in grounds)
            (fields ??= []).UnionWith(ground.Fields);
        return fields;
    }

    private Answers Today(DateTimeOffset now)
    {
        var day = BelgianTime.DayOf(now);
        var known = Volatile.Read(ref answers);
        if (known.Day != day)
            Volatile.Write(ref answers, known = new Answers(day));
        return known;
    }

    /// <summary>What was answered on a day. Only sources, contracts and partners of the configuration come as questions, so it stays small.</summary>
    private sealed class Answers(DateOnly day)
    {
        public DateOnly Day { get; } = day;

        public ConcurrentDictionary<(string Source, string Contract), IReadOnlySet<string>?> Fields { get; } = new();

        public ConcurrentDictionary<(string Source, string Contract, string Recipient, bool HelpsAlready), GateDecision> Decisions { get; } = new();
    }
}
