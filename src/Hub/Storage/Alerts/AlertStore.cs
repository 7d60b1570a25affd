using System.Data.Common;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Alerts;

/// <summary>Alerts on either database.</summary>
internal sealed class AlertStore(HubDatabase database) : IAlertStore
{
    private const string Columns = "code, detail, started_at, ended_at";

    public Task<bool> StartAsync(string code, string detail, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session => await session.ExecuteAsync(
            "INSERT INTO alerts (code, detail, started_at) VALUES (@code, @detail, @now) ON CONFLICT DO NOTHING", ("code", code), ("detail", detail), ("now", Micros.Of(now))) > 0,
        token);

    public Task<bool> EndAsync(string code, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session => await session.ExecuteAsync("UPDATE alerts SET ended_at = @now WHERE code = @code AND ended_at IS NULL", ("code", code), ("now", Micros.Of(now))) > 0, token);

    public Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken token) => database.ReadAsync<IReadOnlyList<Alert>>(
        async session => await session.QueryAsync($"SELECT {Columns} FROM alerts WHERE ended_at IS NULL ORDER BY started_at, id", Read), token);

    public Task<IReadOnlyList<Alert>> SinceAsync(DateTimeOffset since, CancellationToken token) => database.ReadAsync<IReadOnlyList<Alert>>(
        async session => await session.QueryAsync(
            $"SELECT {Columns} FROM alerts WHERE ended_at IS NULL OR ended_at >= @since ORDER BY started_at DESC, id DESC", Read, ("since", Micros.Of(since))),
        token);

    private static Alert Read(DbDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.Time(2), reader.TimeOrNull(3));
}
