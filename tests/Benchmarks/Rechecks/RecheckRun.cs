using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Input.Histories;
using IntegrationHub.Benchmarks.Measuring;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Tests.Servers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.Benchmarks.Rechecks;

/// <summary>A hub that runs, a million rechecks that are not due for months, and a few that are due within the next minute: how late each of these fires.</summary>
internal static class RecheckRun
{
    private const int Pending = 1_000_000;
    private const int Due = 20;
    private static readonly TimeSpan FirstDueAfter = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1700);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task RunAsync(CancellationToken token)
    {
        using var embedded = HistoryFolderOf(new HubFolder());
        Console.WriteLine($"SQLite: {await MeasureAsync(embedded, null, token)}");
        await using var server = await PostgresServer.StartAsync(token);
        var database = await server.CreateDatabaseAsync(token: token);
        using var onPostgres = HistoryFolderOf(new HubFolder().OnPostgres(database));
        Console.WriteLine($"PostgreSQL: {await MeasureAsync(onPostgres, database, token)}");
    }

    private static HubFolder HistoryFolderOf(HubFolder folder) => folder.WithOcmw().WithDestination("screen", "console", []).Write();

    private static async Task<string> MeasureAsync(HubFolder folder, string? postgres, CancellationToken token)
    {
        using var citizens = new CitizenKeys([("p1", Convert.FromBase64String(folder.Environment["BENCH_PSEUDONYM"]))]);
        using var vault = new Vault("s1", new Dictionary<string, byte[]> { ["s1"] = Convert.FromBase64String(folder.Environment["BENCH_SEAL"]) });
        await using (IHubStore store = postgres is null ? new SqliteStore(folder.SqliteFile, vault, citizens, TimeProvider.System) : new PostgresStore(postgres, vault, citizens, TimeProvider.System))
        {
            await store.MigrateAsync(token);
            await using (var connection = Open(folder, postgres))
                await HistoryFiller.RunAsync(connection, postgres is null ? OnSqlite : OnPostgres, token);
            await store.Journal.AppendAsync(Ends(TimeProvider.System.GetUtcNow()), token);
        }

        using var hub = Child.Start(HubFolder.Program, ["run", "--config", folder.Location], folder.Environment);
        var silent = Task.WhenAll(hub.StandardOutput.ReadToEndAsync(token), hub.StandardError.ReadToEndAsync(token));
        try
        {
            var until = TimeProvider.System.GetUtcNow() + Patience;
            List<double> late;
            do
            {
                await Task.Delay(TimeSpan.FromSeconds(2), token);
                late = await LateAsync(folder, postgres, token);
            }
            while (late.Count < Due && TimeProvider.System.GetUtcNow() < until);
            return $"{late.Count} of {Due} rechecks among {Pending:N0} pending fired {(late.Count == 0 ? "" : $"{late.Average():0.0} s late on average, at most {late.Max():0.0} s")}, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}";
        }
        finally
        {
            if (!hub.HasExited)
                hub.Kill();
            await silent;
        }
    }

    /// <summary>Jobs that end, to the instant, one after the other within the next minute: a rule without a wait looks again at that time.</summary>
    private static JournalPage Ends(DateTimeOffset now) => new()
    {
        Source = HubFolder.Ocmw,
        KnownAt = now,
        Records =
        [
            .. Enumerable.Range(0, Due).Select(i => new JournalRecord($"job-{i}", 1, Hash($"job-{i}"),
            [
                new JournalFact("end", "employment-ended", Hash($"citizen-{i}"), [], new EmploymentEnded { Employment = "1", EndedOn = BelgianTime.DayOf(now), OccurredAt = now + FirstDueAfter + (i * Between) }, default),
            ])),
        ],
    };

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];

    private static async Task<List<double>> LateAsync(HubFolder folder, string? postgres, CancellationToken token)
    {
        await using var connection = Open(folder, postgres);
        await connection.OpenAsync(token);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT detected_at - occurred_at FROM moments";
        await using var reader = await command.ExecuteReaderAsync(token);
        var late = new List<double>();
        while (await reader.ReadAsync(token))
            late.Add(Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) / 1e6);
        return late;
    }

    private static DbConnection Open(HubFolder folder, string? postgres) => postgres is null ? new SqliteConnection($"Data Source={folder.SqliteFile};Pooling=False;Default Timeout=60") : new NpgsqlConnection(postgres + ";Pooling=False");

    private static string InMonths(string now) => $"{now} + 2600000000000 + i * 60000000";

    private static string OnSqlite => $"""
        INSERT INTO rechecks (citizen, due_at)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Pending})
        SELECT lower(printf('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6)))), {InMonths("unixepoch() * 1000000")} FROM n
        """;

    private static string OnPostgres => $"INSERT INTO rechecks (citizen, due_at) SELECT gen_random_uuid(), {InMonths("(extract(epoch FROM now()) * 1000000)::bigint")} FROM generate_series(1::bigint, {Pending}) AS i";
}
