namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Gathers rows of names and values into columns; a name that a row lacks is empty there.</summary>
internal sealed class SampleBuilder
{
    /// <summary>Enough rows to know a file by, few enough to look at in a second.</summary>
    public const int MostRows = 5_000;

    private const int MostColumns = 300;

    // What is longer is no name of a column, and would be looked through for words of many kinds.
    private const int LongestName = 200;
    private readonly List<string> order = [];
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>Whether there is room for no more.</summary>
    public bool IsFull => Rows >= MostRows;

    /// <summary>The columns, in the order in which they were first seen.</summary>
    public IReadOnlyList<SampleColumn> Columns => [.. order.Select(name => new SampleColumn(name, values[name]))];

    /// <summary>Adds a row; of a name that it holds twice the first value counts.</summary>
    public void Add(IEnumerable<KeyValuePair<string, string>> row)
    {
        foreach (var (name, value) in row)
        {
            if (!values.TryGetValue(name, out var column))
            {
                if (order.Count == MostColumns || name.Length > LongestName)
                    continue;
                order.Add(name);
                values[name] = column = [.. Enumerable.Repeat("", Rows)];
            }

            if (column.Count == Rows)
                column.Add(value.Trim());
        }

        Rows++;
        foreach (var column in values.Values.Where(column => column.Count < Rows))
            column.Add("");
    }
}
