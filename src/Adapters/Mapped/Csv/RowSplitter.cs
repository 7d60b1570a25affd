namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>
/// Splits one row into fields as RFC 4180 says. CsvHelper reads streams, not rows: one reader for each row costs several times what the whole record may cost, and one reader for the file
/// gives no raw bytes to quarantine and no place to go on from. The tests hold this splitter against CsvHelper.
/// </summary>
internal static class RowSplitter
{
    /// <summary>Finds the fields. A quote inside a field that does not begin with one is an ordinary character.</summary>
    /// <param name="row">One row without its line end.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="fields">Receives them; fields beyond its length must be empty.</param>
    /// <param name="count">How many fields were found, those beyond <paramref name="fields"/> included.</param>
    public static RowProblem Split(ReadOnlySpan<char> row, char separator, Span<Field> fields, out int count)
    {
        count = 0;
        var position = 0;
        while (true)
        {
            Field field;
            int next;
            if (position < row.Length && row[position] == '"')
            {
                var problem = Quoted(row, separator, position, out field, out next);
                if (problem != RowProblem.None)
                    return problem;
            }
            else
            {
                var length = row[position..].IndexOf(separator);
                next = length < 0 ? row.Length : position + length;
                field = new Field(position, next - position, HasDoubledQuotes: false);
            }

            if (count < fields.Length)
                fields[count] = field;
            else if (field.Length > 0)
                return RowProblem.TooManyFields;
            count++;
            if (next >= row.Length)
                return RowProblem.None;
            position = next + 1;
        }
    }

    /// <summary>The text of a field, its doubled quotes made single.</summary>
    public static ReadOnlySpan<char> Text(ReadOnlySpan<char> row, Field field)
    {
        var text = row.Slice(field.Start, field.Length);
        return field.HasDoubledQuotes ? text.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private static RowProblem Quoted(ReadOnlySpan<char> row, char separator, int opening, out Field field, out int next)
    {
        var doubled = false;
        var position = opening + 1;
        while (true)
        {
            var quote = row[position..].IndexOf('"');
            if (quote < 0)
            {
                (field, next) = (default, row.Length);
                return RowProblem.UnclosedQuote;
            }

            position += quote + 1;
            if (position >= row.Length || row[position] != '"')
                break;
            doubled = true;
            position++;
        }

        field = new Field(opening + 1, position - opening - 2, doubled);
        next = position;
        return position >= row.Length || row[position] == separator ? RowProblem.None : RowProblem.TextAfterQuote;
    }
}
