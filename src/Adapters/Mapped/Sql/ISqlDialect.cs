using System.Data;
using System.Data.Common;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>What differs between databases.</summary>
internal interface ISqlDialect
{
    /// <summary>A connection that cannot write, not opened yet.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    DbConnection Connect(string connectionString);

    /// <summary>What a transaction that only reads asks for.</summary>
    IsolationLevel Isolation { get; }

    /// <summary>Run first in each transaction; null when the connection itself cannot write.</summary>
    string? ReadOnlyStatement { get; }

    /// <summary>A key column as it goes into the checkpoint, for the list of a SELECT.</summary>
    string ReadKey(SqlColumn column);

    /// <summary>A parameter with a key out of the checkpoint, to compare with that column.</summary>
    string CompareKey(SqlColumn column, string parameter);

    /// <summary>The value of <see cref="ReadKey"/> as text.</summary>
    string KeyOf(object value);

    /// <summary>The value of a parameter out of the text of <see cref="KeyOf"/>.</summary>
    object ParameterOf(string key);

    /// <summary>What an error of the database means; null when it may be over the next time.</summary>
    SqlProblem? ProblemOf(DbException error);
}
