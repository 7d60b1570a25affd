using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Privacy;

/// <summary>Decides what may flow from a source to a recipient. Default deny.</summary>
public sealed class LegalGate(IReadOnlyList<Authorisation> authorisations)
{
    /// <summary>Whether a recipient may see facts of a contract from a source, on what ground, and which fields.</summary>
    /// <param name="source">Id of the source that supplied the fact.</param>
    /// <param name="contract">Wire name of the fact's contract.</param>
    /// <param name="recipient">Id of the partner.</param>
    /// <param name="now">The moment of disclosure.</param>
    public GateDecision Decide(string source, string contract, string recipient, DateTimeOffset now)
    {
        var naming = authorisations
            .Where(one => one.Source == source && one.Contracts.Contains(contract) && one.Recipients.Contains(recipient))
            .ToList();
        if (naming.Count == 0)
            return GateDecision.Refuse($"No authorisation names {contract} of source {source} for {recipient}.");
        var day = BelgianTime.DayOf(now);
        var valid = naming.Where(one => one.IsValidOn(day)).ToList();
        if (valid.Count == 0)
            return GateDecision.Refuse($"The authorisation {naming[0].Id} for {recipient} is not valid on {day:yyyy-MM-dd}.");
        var fields = valid.SelectMany(one => one.Fields).ToHashSet();
        return GateDecision.Allow(string.Join(", ", valid.Select(one => one.LegalBasis).Distinct()), fields);
    }

    /// <summary>Whether any valid authorisation names a contract of a source: what none names is not stored at all.</summary>
    public bool MayStore(string source, string contract, DateTimeOffset now)
    {
        var day = BelgianTime.DayOf(now);
        foreach (var one in authorisations)
        {
            if (one.Source == source && one.Contracts.Contains(contract) && one.IsValidOn(day))
                return true;
        }

        return false;
    }
}
