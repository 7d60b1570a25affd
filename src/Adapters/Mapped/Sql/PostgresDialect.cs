using System.Data;
using System.Data.Common;
using Npgsql;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>PostgreSQL. Keys travel as text, in which it writes every type without loss, and are cast back to their own type.</summary>
internal sealed class PostgresDialect : ISqlDialect
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["42P01"] = "the query names a table that is not there (or that the user may not see): correct query",
        ["42703"] = "the query names a column that is not there: correct query",
        ["42601"] = "the query is not one SELECT: correct query",
        ["42501"] = "the database user may not read this: ask for SELECT on the tables of the query",
        ["28P01"] = "the password is refused: correct the secret behind connection",
        ["28000"] = "the user is refused: correct the secret behind connection",
        ["3D000"] = "there is no such database: correct the secret behind connection",
        ["25006"] = "the query would write, and the hub only reads: let it be one SELECT",
    };

    public IsolationLevel Isolation => IsolationLevel.RepeatableRead;

    public string ReadOnlyStatement => "SET TRANSACTION READ ONLY";

    public DbConnection Connect(string connectionString) =>
        new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, IncludeErrorDetail = false, ApplicationName = "IntegrationHub" }.ConnectionString);

    public string ReadKey(SqlColumn column) => $"CAST({column.Quoted} AS text)";

    public string CompareKey(SqlColumn column, string parameter) => $"CAST({parameter} AS {column.Type})";

    public string KeyOf(object value) => (string)value;

    public object ParameterOf(string key) => key;

    public SqlProblem? ProblemOf(DbException error) =>
        error is PostgresException { SqlState: { } code } && code[..2] is "42" or "22" or "28" or "3D" or "25" or "0A"
            ? new SqlProblem(error.SqlState!, Meanings.GetValueOrDefault(error.SqlState!, "the query fails on the data or the database: try it in psql"))
            : null;
}
