namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What is known of the columns of a sample, by role.</summary>
internal sealed class Findings(Sample sample, IReadOnlyList<ColumnFinding> columns)
{
    /// <summary>The sample.</summary>
    public Sample Sample => sample;

    /// <summary>Every column, in the order of the file.</summary>
    public IReadOnlyList<ColumnFinding> Columns => columns;

    /// <summary>The first column with the first of these roles that any column has; null when none has.</summary>
    public ColumnFinding? With(params ReadOnlySpan<ColumnRole> roles)
    {
        foreach (var role in roles)
        {
            if (columns.FirstOrDefault(column => column.Role == role) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Whether no row holds a combination of values that another row holds too, and every row holds one.</summary>
    public bool AreUnique(IReadOnlyList<string> references)
    {
        var chosen = references.Select(reference => sample.Columns.First(column => column.Reference == reference).Values).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < sample.Rows; row++)
        {
            if (chosen.Exists(values => values[row].Length == 0) || !seen.Add(string.Join('\u001f', chosen.Select(values => values[row]))))
                return false;
        }

        return sample.Rows > 0;
    }
}
