namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>A column as the value of a field, in YAML.</summary>
internal static class Values
{
    /// <summary>The column, with the way its dates are written where a mapping must be told.</summary>
    public static string Of(ColumnFinding column) => column.Dates is { IsUsual: false } dates
        ? $"{{ from: {Yaml.Text(column.Reference)}, date: [{string.Join(", ", dates.Patterns.Select(Yaml.Quoted))}] }}"
        : Yaml.Text(column.Reference);

    /// <summary>The condition that a column is filled.</summary>
    public static string Filled(ColumnFinding column) => $"{{ {Yaml.Text(column.Reference)}: filled }}";

    /// <summary>A field from a column that holds codes; a suggestion where it holds free text.</summary>
    public static ProposedField Code(string field, ColumnFinding column) => column.IsCode
        ? new ProposedField(field, Yaml.Text(column.Reference))
        : new ProposedField(field, Yaml.Text(column.Reference))
        {
            IsSuggestion = true,
            Question = $"'{column.Reference}' holds text that is no code, and free text or a name may not cross the bus. Give each value a code here (with codes:), or leave this out.",
        };

    /// <summary>The translation of a column's values, with what their words make likely; a value that is not translated is rejected, so that nothing goes wrong in silence.</summary>
    public static ProposedField Codes(string field, ColumnFinding column, string question, Func<string, string?> likely, string choices)
    {
        var known = column.Codes.Where(value => likely(value) is not null).ToList();
        var unknown = column.Codes.Except(known).ToList();
        var held = column.CodesNotShown > 0 || column.Codes.Count == 0 ? [$"# (the sample has more values in '{column.Reference}', which are not repeated here)"] : (IReadOnlyList<string>)[];
        IReadOnlyList<string> open = [.. unknown.Select(value => $"# {Yaml.Quoted(value)}: {choices}"), .. held];
        return new ProposedField(field, null)
        {
            Question = question,
            IsSuggestion = known.Count == 0,
            Block =
            [
                $"from: {Yaml.Text(column.Reference)}",
                "codes:",
                .. known.Select(value => $"  {Yaml.Quoted(value)}: {likely(value)}"),
                .. open.Select(line => "  " + line),
                "otherwise: reject",
            ],
        };
    }
}
