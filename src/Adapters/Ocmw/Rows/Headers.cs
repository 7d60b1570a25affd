using IntegrationHub.Adapters.Ocmw.Csv;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>The header that each column of each kind has, the options considered.</summary>
internal sealed class Headers(IReadOnlyDictionary<string, string> columns)
{
    /// <summary>The header of a column, as the administrator knows it.</summary>
    public string Of(ExportKind kind, ColumnName column) =>
        columns.TryGetValue($"{kind.Name}.{column.Name}", out var ofKind) ? ofKind
        : columns.TryGetValue(column.Name, out var ofAll) ? ofAll
        : column.Name;

    /// <summary>Places the columns of a kind in a header line; refuses a header that lacks a required column or names one twice.</summary>
    public FileRefusal? Place(ExportKind kind, ReadOnlySpan<char> line, char separator, out RowLayout? layout, string encodingName)
    {
        layout = null;
        Span<Field> fields = stackalloc Field[RowLayout.MaxColumns];
        if (RowSplitter.Split(line, separator, fields, out var count) != RowProblem.None || count > RowLayout.MaxColumns)
            return new FileRefusal($"a header line of at most {RowLayout.MaxColumns} columns with matching quotes, found none", "export the file again with its header line");
        var folded = new string[count];
        for (var i = 0; i < count; i++)
            folded[i] = HeaderName.Fold(RowSplitter.Text(line, fields[i]).ToString());

        var index = new int[ExportKind.ColumnCount];
        Array.Fill(index, -1);
        var names = new string[ExportKind.ColumnCount];
        List<string> missing = [];
        foreach (var column in kind.Columns)
        {
            var header = Of(kind, column);
            var name = HeaderName.Fold(header);
            names[(int)column.Column] = header;
            index[(int)column.Column] = Array.IndexOf(folded, name);
            if (Array.LastIndexOf(folded, name) != index[(int)column.Column])
                return new FileRefusal($"each column once, found '{header}' twice", "remove one of the two from the export, or name the right one in the option columns");
            if (column.IsRequired && index[(int)column.Column] < 0)
                missing.Add(header);
        }

        if (missing.Count > 0)
        {
            return new FileRefusal(
                $"the columns {string.Join(", ", missing)} of a {kind.Name} file, found a header of {count} {(count == 1 ? "column" : "columns")} without them",
                "add them to the export, or name the headers it has for them in the option columns");
        }

        layout = new RowLayout(kind, separator, encodingName, count, index, names);
        return null;
    }

    /// <summary>The separator under which most columns of the kind are found.</summary>
    public char Detect(ExportKind kind, string line)
    {
        var best = Separator.All[0];
        var most = -1;
        var wanted = kind.Columns.Select(column => HeaderName.Fold(Of(kind, column))).ToHashSet(StringComparer.Ordinal);
        foreach (var separator in Separator.All)
        {
            var found = line.Split(separator).Count(name => wanted.Contains(HeaderName.Fold(name)));
            if (found > most)
                (best, most) = (separator, found);
        }

        return best;
    }
}
