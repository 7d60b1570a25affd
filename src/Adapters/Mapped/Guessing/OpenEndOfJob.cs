namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Only the end of a job gives a signal. Where no name tells which column holds it, it is asked: an unused column with a date that some rows lack is the likely one.</summary>
internal static class OpenEndOfJob
{
    /// <summary>The question with the lines that answer it.</summary>
    /// <param name="findings">The columns.</param>
    /// <param name="fields">The fields of the contract for a day, as YAML.</param>
    public static ProposedFact Of(Findings findings, Func<string, IReadOnlyList<ProposedField>> fields)
    {
        const string Why = "Without employment-ended no signal comes of this file.";
        if (findings.Columns.FirstOrDefault(column => column is { IsDate: true, Role: ColumnRole.None } && column.Filled < findings.Sample.Rows) is { } day)
        {
            return Suggestion(
                Values.Filled(day), Values.Of(day), $"Does '{day.Reference}' say when the job ended? It holds a date in some rows and nothing uses it. If it does, remove the # of these lines. {Why}");
        }

        return Suggestion(
            "{ \"?????\": filled }", "\"?????\"", $"Which column says when the job ended? None is named so. Write its name in the place of ?????, and remove the # of these lines. {Why}");

        ProposedFact Suggestion(string when, string end, string question) => new("employment-ended", when, end, fields(end)) { Question = question, IsSuggestion = true };
    }
}
