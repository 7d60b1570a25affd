using System.Data;
using System.Data.Common;
using System.Globalization;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>SQLite, where each value has a type of its own.</summary>
internal sealed class SqliteDialect(InstanceContext context) : ISqlDialect
{
    // The library begins any other as one that will write.
    public IsolationLevel Isolation => IsolationLevel.ReadUncommitted;

    public string? ReadOnlyStatement => null;

    public DbConnection Connect(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        settings.DataSource = context.PathOf(settings.DataSource);
        return new SqliteConnection(settings.ConnectionString);
    }

    public string ReadKey(SqlColumn column) => column.Quoted;

    public string CompareKey(SqlColumn column, string parameter) => parameter;

    public string KeyOf(object value) => value switch
    {
        long number => string.Create(CultureInfo.InvariantCulture, $"i{number}"),
        double number => string.Create(CultureInfo.InvariantCulture, $"r{number:R}"),
        byte[] bytes => "b" + Convert.ToHexString(bytes),
        _ => "t" + Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    public object ParameterOf(string key) => key[0] switch
    {
        'i' => long.Parse(key.AsSpan(1), CultureInfo.InvariantCulture),
        'r' => double.Parse(key.AsSpan(1), CultureInfo.InvariantCulture),
        'b' => Convert.FromHexString(key.AsSpan(1)),
        _ => key[1..],
    };

    public SqlProblem? ProblemOf(DbException error) => error is not SqliteException { SqliteErrorCode: var code } ? null : code switch
    {
        1 => new("1", "the query names a table or column that is not there, or is not one SELECT: correct query"),
        8 => new("8", "the query would write, and the hub only reads: let it be one SELECT"),
        11 => new("11", "the file is damaged: restore it"),
        14 => new("14", "the file cannot be opened: verify the path behind connection, and that the hub's user may read it"),
        23 => new("23", "the file may not be read: verify its rights"),
        26 => new("26", "the file is no SQLite database: verify the path behind connection"),
        _ => null,
    };
}
