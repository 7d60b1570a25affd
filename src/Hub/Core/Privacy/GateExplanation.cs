namespace IntegrationHub.Core.Privacy;

/// <summary>What would flow of one contract of a source to a recipient at a time, and why the rest would not.</summary>
/// <param name="Contract">Wire name of the contract.</param>
/// <param name="Refusal">Why nothing of it would; null when something would.</param>
/// <param name="OnlyWithOpenFile">Whether it would only where the recipient has a file open for the citizen.</param>
/// <param name="IsStored">Whether facts of it are stored: somebody may see them at that time.</param>
/// <param name="Fields">Every field that an authorisation can name.</param>
public sealed record GateExplanation(string Contract, string? Refusal, bool OnlyWithOpenFile, bool IsStored, IReadOnlyList<FieldExplanation> Fields)
{
    /// <summary>Asks the gate.</summary>
    public static GateExplanation Of(LegalGate gate, string source, string contract, string recipient, DateTimeOffset at)
    {
        var (helping, others) = (gate.Decide(source, contract, recipient, helpsAlready: true, at), gate.Decide(source, contract, recipient, helpsAlready: false, at));
        var naming = gate.Authorisations.Where(one => one.Names(source, contract, recipient)).ToList();
        return new GateExplanation(
            contract,
            helping.IsAllowed ? null : helping.Reason,
            helping.IsAllowed && !others.IsAllowed,
            gate.FieldsToStore(source, contract, at) is not null,
            [.. DisclosedFields.All.Select(field => Field(field, helping, others, naming, at))]);
    }

    private static FieldExplanation Field(string field, GateDecision helping, GateDecision others, List<Authorisation> naming, DateTimeOffset at)
    {
        if (helping.Fields.Contains(field))
            return new FieldExplanation(field, true, !others.Fields.Contains(field), [.. helping.Grounds.Where(ground => ground.Fields.Contains(field))], null);
        var lapsed = naming.Where(one => one.Fields.Contains(field)).ToList();
        return new FieldExplanation(field, false, false, [], lapsed.Count == 0 ? "no authorisation names it" : string.Join("; ", lapsed.Select(one => WhenOf(one, at))));
    }

    private static string WhenOf(Authorisation one, DateTimeOffset at) =>
        one.BeginsAt > at ? $"{one.Id} begins on {BelgianInstant.Of(one.BeginsAt)}" : $"{one.Id} holds no more since {BelgianInstant.Of(one.EndsAt!.Value)}";
}
