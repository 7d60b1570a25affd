using System.Globalization;
using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>Writes the statements that page through a query: by watermark and id, or by id alone, so that a page begins where the last one ended whatever was added meanwhile.</summary>
internal sealed class SqlStatements
{
    private readonly SqlQuery query;
    private readonly SqlSection section;
    private readonly IReadOnlyList<SqlColumn> keys;

    /// <exception cref="PermanentFailureException">The query does not give a column that the mapping names.</exception>
    public SqlStatements(SqlQuery query, SqlSection section, RecordSection record, IReadOnlyList<string> references, IReadOnlyList<SqlColumn> columns)
    {
        (this.query, this.section) = (query, section);
        foreach (var name in references)
            Find(columns, name);
        keys = [.. (section.Watermark is { } watermark ? record.Id.Prepend(watermark) : record.Id).Select(name => Find(columns, name))];
        Columns = columns;
    }

    /// <summary>The columns of the query's own result, which come first in that of <see cref="Page"/>.</summary>
    public IReadOnlyList<SqlColumn> Columns { get; }

    /// <summary>How many columns with keys come after them.</summary>
    public int KeyCount => keys.Count;

    /// <summary>The rows after a position, and the keys that it needs.</summary>
    public (string Statement, IReadOnlyList<string> Keys) Page(SqlPosition position)
    {
        IReadOnlyList<string> from = position.Keys ?? [];
        var after = from.Count == 0 ? ""
            : position.IsAtEnd ? $" AND {keys[0].Quoted} >= {query.Dialect.CompareKey(keys[0], "@k0")}"
            : $" AND ({List(keys.Select(key => key.Quoted))}) > ({List(keys.Select((key, i) => query.Dialect.CompareKey(key, $"@k{i}")))})";
        return (string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT q.*, {List(keys.Select((key, i) => $"{query.Dialect.ReadKey(key)} AS hub_key_{i}"))} FROM {query.Source} WHERE {string.Join(" AND ", keys.Select(key => $"{key.Quoted} IS NOT NULL"))}{after} ORDER BY {List(keys.Select(key => key.Quoted))} LIMIT {section.PageSize}"), from);
    }

    /// <summary>How many rows have no key, a thousand at most: they cannot be paged through.</summary>
    public string WithoutKey() =>
        $"SELECT COUNT(*) FROM (SELECT 1 FROM {query.Source} WHERE {string.Join(" OR ", keys.Select(key => $"{key.Quoted} IS NULL"))} LIMIT 1000) AS n";

    private static string List(IEnumerable<string> parts) => string.Join(", ", parts);

    private static SqlColumn Find(IReadOnlyList<SqlColumn> columns, string name)
    {
        var found = columns.Where(column => HeaderName.Fold(column.Name) == HeaderName.Fold(name)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new PermanentFailureException($"The query gives no column {name}; it gives {string.Join(", ", columns.Select(column => column.Name))}. Correct the mapping, or write AS {name} in the query."),
            _ => throw new PermanentFailureException($"The query gives {found.Count} columns {name}. Write AS with another name behind all but one."),
        };
    }
}
