namespace IntegrationHub.Storage.Database;

/// <summary>Rows to write in one go, by column: PostgreSQL takes whole columns as arrays, SQLite reuses one prepared statement.</summary>
internal sealed class Rows(string table)
{
    private readonly List<Column> columns = [];

    public string Table { get; } = table;

    public IReadOnlyList<Column> Columns => columns;

    public int Count => columns.Count == 0 ? 0 : columns[0].Values.Length;

    public string ColumnNames => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>Adds a column; every column has the same number of values.</summary>
    public Rows Add<T>(string name, T[] values, bool isUtf8Text = false)
    {
        columns.Add(new Column(name, values, isUtf8Text));
        return this;
    }

    /// <summary>Adds a column of which only the database knows the type.</summary>
    public Rows AddArray(string name, Array values)
    {
        columns.Add(new Column(name, values, IsUtf8Text: false));
        return this;
    }

    /// <summary>Adds a column out of items.</summary>
    public Rows Add<TItem, T>(string name, IReadOnlyList<TItem> items, Func<TItem, T> value, bool isUtf8Text = false)
    {
        var values = new T[items.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(items[i]);
        return Add(name, values, isUtf8Text);
    }

    /// <summary>Adds a column that is the same in every row.</summary>
    public Rows AddConstant<T>(string name, int count, T value)
    {
        var values = new T[count];
        Array.Fill(values, value);
        return Add(name, values);
    }
}
