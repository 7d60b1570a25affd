using System.Data.Common;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Tests.Given;

namespace IntegrationHub.Storage.Tests.Databases;

/// <summary>A fresh empty database for one test, and a way to look into it past the store.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract Task CreateAsync(CancellationToken token);

    public IHubStore Open() => Open(Keys.Vault, Keys.Citizens);

    /// <summary>As a host that has these keys.</summary>
    public abstract IHubStore Open(Vault vault, CitizenKeys citizens);

    public abstract DbConnection Connect();

    public abstract ValueTask DisposeAsync();

    public async Task<List<string>> RowsAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes),
        DBNull => "",
        _ => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", value),
    };
}
