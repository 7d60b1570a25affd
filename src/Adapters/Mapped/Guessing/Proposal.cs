using System.Globalization;
using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Writes a first <c>source.yaml</c>: what the sample tells, and questions at the place where an answer goes. Pure; it repeats no personal value.</summary>
internal sealed class Proposal
{
    private readonly ProposalText text = new();
    private readonly Findings findings;
    private readonly RecordIdentity identity;
    private readonly FactProposals facts;

    private Proposal(Sample sample)
    {
        findings = new Findings(sample, Analysis.Of(sample));
        identity = RecordIdentity.Of(findings);
        facts = new FactProposals(findings, identity.Reference);
    }

    /// <summary>The whole text for a sample.</summary>
    public static string Of(Sample sample)
    {
        var proposal = new Proposal(sample);
        proposal.Write();
        return proposal.Head() + proposal.text;
    }

    private string Head()
    {
        var sample = findings.Sample;
        var head = new ProposalText()
            .Comment(0, string.Create(CultureInfo.InvariantCulture, $"A first mapping, guessed from a file as {FileNames.PatternOf(sample.FileName)}."))
            .Comment(0, string.Create(CultureInfo.InvariantCulture, $"Looked at: {(sample.IsPart ? "the first " : "")}{sample.Rows} rows, {sample.Appearance}."));
        if (sample.BrokenRows > 0)
            head.Comment(0, string.Create(CultureInfo.InvariantCulture, $"{sample.BrokenRows} rows could not be taken apart; 'hub adapters try' names each with its line."));
        foreach (var remark in sample.Remarks)
            head.Comment(0, remark);
        head.Comment(0, text.Questions == 0
            ? "Read it through, then: hub adapters try THIS-FILE"
            : string.Create(CultureInfo.InvariantCulture, $"{text.Questions} lines begin with QUESTION: answer them where they stand (in the line below), then: hub adapters try THIS-FILE"));
        return head.ToString();
    }

    private void Write()
    {
        var subjects = SubjectWords.Of(findings.Sample);
        var subject = subjects.FirstOrDefault(one => facts.Of(one).Count > 0);
        List<ProposedFact> proposed = [.. facts.Of(subject)];
        if (facts.Person(subject) is { } person)
            proposed.Add(person);

        text.Line(0, "source: 1").Line(0, "parameters:")
            .Line(2, $"folder: {{ description: \"The folder in which the exports are put.\", default: {Yaml.Quoted(findings.Sample.Folder)} }}");
        if (proposed.Exists(fact => fact.Fields.Any(field => field.Value == FactProposals.Partner)))
        {
            text.Question(2, "What is the id of your organisation in partnerships.json? Write it as default, without the #.").Line(2, "partner:").Line(4, "description: \"The id in partnerships.json.\"").Line(4, "# default: your-id");
        }

        text.Line(0, "read:").Line(2, "folder:").Line(4, "path: \"${folder}\"");
        text.Question(4, "Does each export hold everything there is (complete), or only what is new or changed (additions)? With complete, what the newest file no longer holds is withdrawn.")
            .Line(4, "exports: complete");
        text.Line(0, "records:").Line(2, $"- kind: {FileNames.KindOf(findings.Sample.FileName)}").Line(4, $"files: {Yaml.Quoted(FileNames.PatternOf(findings.Sample.FileName))}")
            .Line(4, $"format: {RecordSectionReader.Formats.First(format => format.Value == findings.Sample.Format).Key}");
        foreach (var (name, value) in findings.Sample.Settings)
            text.Line(4, $"{name}: {value}");
        text.Comment(4, findings.Sample.Format is RecordFormat.Csv or RecordFormat.Excel ? "The columns, and what was seen in them:" : "The paths in a row, and what was seen there:");
        foreach (var line in ColumnLines.Of(findings))
            text.Line(4, "#   " + Yaml.Comment(line));
        new RecordLines(text, findings, identity).Write();
        WriteFacts(subject, [.. subjects.Where(one => one != subject && facts.Of(one).Count > 0)], proposed);
    }

    private void WriteFacts(Subject subject, IReadOnlyList<Subject> others, List<ProposedFact> proposed)
    {
        if (proposed.Count == 0 || subject == Subject.Unknown)
        {
            text.Question(4, "What does a row tell? No column with a date tells it by its name. Name contracts here, for example:");
            foreach (var contract in ContractShape.Names)
                text.Line(4, $"#   {contract}: {string.Join(", ", ContractShape.Named(contract)!.Fields.Where(field => field.IsRequired).Select(field => field.Name).DefaultIfEmpty("no required fields"))}");
        }
        else
        {
            text.Question(4, $"These rows were taken to be about {Words(subject)}. Is that right?{(others.Count == 0 ? "" : $" They might also be about {string.Join(" or ", others.Select(Words))}: write other contracts then.")}");
        }

        text.Line(4, "facts:");
        foreach (var fact in proposed)
        {
            text.Line(6, $"- contract: {fact.Contract}");
            if (fact.When is not null)
                text.Line(8, $"when: {fact.When}");
            text.Line(8, $"occurredAt: {fact.OccurredAt}").Line(8, "fields:");
            foreach (var field in fact.Fields)
                text.Field(10, field);
            var more = ContractShape.Named(fact.Contract)!.Fields.Where(field => fact.Fields.All(given => given.Name != field.Name)).Select(field => $"{field.Name} ({field.Expected})").ToList();
            if (more.Count > 0)
                text.Comment(10, $"It also takes {string.Join("; ", more)}.");
        }

        if (proposed.Count > 0)
            AskWhereSheLives(subject);
    }

    // The router looks for a partner where the citizen lives, or who helps her already; a file that says neither brings no signal by itself.
    private void AskWhereSheLives(Subject subject)
    {
        if (subject is Subject.Eviction or Subject.SupportFile || findings.With(ColumnRole.Municipality) is not null)
            return;
        var postalCode = findings.With(ColumnRole.PostalCode);
        text.Question(6, "In which municipality does the citizen live? Without its NIS code, from here or from another source, no partner is found and no signal is sent. "
            + (postalCode is null ? "If all live in one, remove the # below and write its code." : "Remove the # below and write the NIS code of each postal code."));
        text.Line(6, "# - contract: person-changed").Line(6, "#   occurredAt: { value: \"1970-01-01\" }").Line(6, "#   fields:");
        text.Line(6, postalCode is null
            ? "#     municipality: { value: \"44021\" }"
            : $"#     municipality: {{ from: {Yaml.Text(postalCode.Reference)}, codes: {{ \"9000\": \"44021\" }}, otherwise: omit }}");
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
