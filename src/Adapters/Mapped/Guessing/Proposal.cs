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
            ? "Read it through, then:"
            : string.Create(CultureInfo.InvariantCulture, $"{text.Questions} {(text.Questions == 1 ? "line begins" : "lines begin")} with QUESTION: answer where it stands (in the lines below it), then:"));
        return head.Line(0, "#   hub adapters try THIS-FILE").ToString();
    }

    private void Write()
    {
        var subjects = SubjectWords.Of(findings.Sample);
        var subject = subjects.FirstOrDefault(one => facts.Of(one).Count > 0);
        List<ProposedFact> proposed = [.. facts.Of(subject)];
        if (proposed.Count > 0)
            proposed.AddRange(facts.OpenEnd(subject));
        if (facts.Person(subject) is { } person)
            proposed.Add(person);

        text.Line(0, "source: 1").Line(0, "parameters:")
            .Line(2, $"folder: {{ description: \"The folder in which the exports are put.\", default: {Yaml.Quoted(findings.Sample.Folder)} }}");
        if (proposed.Exists(fact => fact.Fields.Any(field => field.Value == FactProposals.Partner)))
        {
            text.Question(2, "What is the id of the partner with these files in partnerships.json? Write it as default, without the #. Remove these lines when no contract below names it.").Line(2, "partner:").Line(4, "description: \"The id in partnerships.json.\"").Line(4, "# default: your-id");
        }

        text.Line(0, "read:").Line(2, "folder:").Line(4, "path: \"${folder}\"");
        text.Question(4, "Does each export hold everything there is (complete), or only what is new or changed (additions)? With complete, what the newest file no longer holds is withdrawn.")
            .Line(4, "exports: complete");
        text.Line(0, "records:").Line(2, $"- kind: {FileNames.KindOf(findings.Sample.FileName)}").Line(4, $"files: {Yaml.Quoted(FileNames.PatternOf(findings.Sample.FileName))}")
            .Line(4, $"format: {RecordSectionReader.Formats.First(format => format.Value == findings.Sample.Format).Key}");
        foreach (var (name, value) in findings.Sample.Settings)
            text.Line(4, $"{name}: {value}");
        text.Comment(4, findings.Sample.Format is RecordFormat.Csv or RecordFormat.Excel ? "The columns, and what was seen in them:" : "The paths in a row, and what was seen there:");
        foreach (var line in ColumnLines.Of(findings, identity))
            text.Line(4, "#   " + Yaml.Comment(line));
        new RecordLines(text, findings, identity).Write();
        new FactLines(text, findings).Write(subject, [.. subjects.Where(one => one != subject && facts.Of(one).Count > 0)], proposed);
    }
}
