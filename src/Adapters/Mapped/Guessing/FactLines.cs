using System.Globalization;
using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Writes the facts of a proposal: the contracts that a row may become, and what a person must say of them.</summary>
internal sealed class FactLines(ProposalText text, Findings findings)
{
    private const string Person = "person-changed";
    private const string Always = "{ value: \"1970-01-01\" }   # no column says since when: it holds for all days";

    public void Write(Subject subject, IReadOnlyList<Subject> others, IReadOnlyList<ProposedFact> proposed)
    {
        var isKnown = proposed.Count > 0 && subject != Subject.Unknown;
        if (isKnown)
        {
            text.Question(4, $"These rows were taken to be about {Words(subject)}. Is that right?{(others.Count == 0 ? "" : $" They might also be about {string.Join(" or ", others.Select(Words))}.")} "
                + $"If not, remove the facts below and name others. There are: {string.Join(", ", ContractShape.Names)}; 'hub adapters try' says which fields each needs.");
        }
        else
        {
            text.Question(4, "What does a row tell? No column with a date tells it by its name. Name contracts here, for example:");
            foreach (var contract in ContractShape.Names)
                text.Line(4, $"#   {contract}: {string.Join(", ", ContractShape.Named(contract)!.Fields.Where(field => field.IsRequired).Select(field => field.Name).DefaultIfEmpty("no required fields"))}");
        }

        text.Line(4, "facts:");
        var asksWhere = subject is not (Subject.Eviction or Subject.SupportFile) && findings.With(ColumnRole.Municipality) is null;
        foreach (var fact in proposed)
            Write(fact, asksWhere && fact.Contract == Person);
        if (asksWhere && proposed.Count > 0 && !proposed.Any(fact => fact.Contract == Person))
            AskWhereSheLives(inPerson: false);
    }

    private void Write(ProposedFact fact, bool asksWhere)
    {
        if (fact.Question is { } question)
            text.Question(6, question);
        var mark = fact.IsSuggestion ? "# " : "";
        text.Line(6, $"{mark}- contract: {fact.Contract}");
        if (fact.When is not null)
            text.Line(6, $"{mark}  when: {fact.When}");
        text.Line(6, $"{mark}  occurredAt: {(fact.OccurredAt == FactProposals.Always ? Always : fact.OccurredAt)}").Line(6, $"{mark}  fields:");
        if (fact.IsSuggestion)
        {
            foreach (var field in fact.Fields.Where(field => !field.IsSuggestion && field.Value is not null))
                text.Line(6, $"#     {field.Name}: {field.Value}");
            return;
        }

        foreach (var field in fact.Fields)
            text.Field(10, field);
        if (asksWhere)
            AskWhereSheLives(inPerson: true);
        var more = ContractShape.Named(fact.Contract)!.Fields.Where(field => fact.Fields.All(given => given.Name != field.Name) && !(asksWhere && field.Name == "municipality")).Select(field => $"{field.Name} ({field.Expected})").ToList();
        if (more.Count > 0)
            text.Comment(10, $"It also takes {string.Join("; ", more)}.");
    }

    // The router looks for a partner where the citizen lives, or who helps her already; a file that says neither brings no signal by itself. A code of a real municipality is never proposed: who left it
    // there would send everybody to that one. A record has one fact of a contract, so it stands among the fields of the person where there is such a fact.
    private void AskWhereSheLives(bool inPerson)
    {
        const string Why = "In which municipality does the citizen live? Without its NIS code, from here or from another source, no partner is found and no signal is sent.";
        var (indent, postalCode) = (inPerson ? 10 : 6, findings.With(ColumnRole.PostalCode));
        if (postalCode is not { Codes.Count: > 0 })
        {
            text.Question(indent, Why + $" If all live in one, remove the # of {(inPerson ? "this line" : "these lines")} and write its code in the place of ?????.");
            if (!inPerson)
                text.Line(6, "# - contract: person-changed").Line(6, $"#   occurredAt: {Always}").Line(6, "#   fields:");
            text.Line(indent, $"# {(inPerson ? "" : "    ")}municipality: {{ value: \"?????\" }}");
            return;
        }

        text.Question(indent, Why + " Write it behind each postal code in the place of ?????, and remove the lines of places that are none of your partners'.");
        if (!inPerson)
            text.Line(6, "- contract: person-changed").Line(8, $"occurredAt: {Always}").Line(8, "fields:");
        text.Line(10, "municipality:").Line(12, $"from: {Yaml.Text(postalCode.Reference)}").Line(12, "codes:");
        foreach (var code in postalCode.Codes)
            text.Line(14, $"{Yaml.Quoted(code)}: \"?????\"");
        if (postalCode.CodesNotShown > 0)
            text.Line(14, string.Create(CultureInfo.InvariantCulture, $"# {postalCode.CodesNotShown} more in the sample; add those of your partners"));
        text.Line(12, "otherwise: omit   # elsewhere: no municipality, so no signal");
    }

    private static string Words(Subject subject) => subject switch
    {
        Subject.Employment => "jobs",
        Subject.Hospital => "stays in a hospital",
        Subject.SupportFile => "files (dossiers) of a partner",
        Subject.Benefit => "a benefit",
        Subject.Eviction => "claims to evict",
        _ => "membership of a ziekenfonds",
    };
}
