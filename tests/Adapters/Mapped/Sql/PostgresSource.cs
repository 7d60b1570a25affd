using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Tests.Servers;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace IntegrationHub.Adapters.Mapped.Tests.Sql;

public sealed class PostgresSource(PostgresFixture servers)
{
    private static string Yaml(string query, string watermark = "changed", int pageSize = 2) => $"""
        source: 1
        read:
          sql:
            database: postgres
            connection: env:CAW_DB
            query: {query}
            {(watermark.Length == 0 ? "" : $"watermark: {watermark}")}
            pageSize: {pageSize}
        records:
          - kind: dossier
            id: [reeks, nr]
            citizen: insz
            facts:
              - contract: support-file-opened
                occurredAt: open
                fields: {"{ file: nr, partner: { value: caw }, themes: themas }"}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<(Reading Reading, NpgsqlDataSource Database)> OfAsync(string yaml, string type, params string[] values)
    {
        var connection = await (await servers.GetAsync(Token)).CreateDatabaseAsync(token: Token);
        var database = NpgsqlDataSource.Create(connection);
        await ExecuteAsync(database, $"CREATE SEQUENCE teller; CREATE TABLE dossier (reeks smallint, nr text, insz text, open date, themas text[], changed {type})");
        for (var i = 0; i < values.Length; i++)
            await ExecuteAsync(database, Insert(i + 1, values[i]));
        return (new Reading(yaml) { Secrets = { ["env:CAW_DB"] = connection } }, database);
    }

    private static string Insert(int number, string changed) => $"INSERT INTO dossier VALUES (1, 'D{number}', '{Reading.Insz}', '2026-11-20', ARRAY['wonen','werk'], {changed})";

    private static async Task ExecuteAsync(NpgsqlDataSource database, string statement)
    {
        await using var command = database.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Token);
    }

    [Theory]
    [InlineData("timestamptz", "'2026-11-20 10:00:00.000001+01'", "'2026-11-20 10:00:00.000002+01'")]
    [InlineData("timestamp without time zone", "'2026-11-20 10:00:00.000001'", "'2026-11-20 10:00:00.000002'")]
    [InlineData("date", "'2026-11-20'", "'2026-11-21'")]
    [InlineData("bigint", "9", "10")]
    [InlineData("numeric(20,6)", "9.000001", "10")]
    [InlineData("text", "'a'", "'b'")]
    [InlineData("double precision", "0.1", "0.2")]
    public async Task Rows_are_paged_by_watermark_and_id_whatever_the_type_of_the_watermark(string type, string first, string second)
    {
        var (reading, database) = await OfAsync(Yaml("SELECT * FROM dossier"), type, first, first, first, second, second);
        await using var one = reading;
        await using var two = database;

        var whole = await reading.PullAsync();

        Reading.Ids(whole).Select(id => id[^2..]).ShouldBe(["D1", "D2", "D3", "D4", "D5"]);
        whole.Select(batch => batch.Records.Count).ShouldBe([2, 2, 1]);
        for (var stop = 0; stop < whole.Count - 1; stop++)
            Reading.Ids(await reading.PullAsync(whole[stop].Checkpoint)).ShouldBe(Reading.Ids(whole.Skip(stop + 1)));
        await ExecuteAsync(database, Insert(0, second));
        Reading.Ids(await reading.PullAsync(Reading.Last(whole))).Select(id => id[^2..]).ShouldBe(["D0", "D4", "D5"]);
    }

    [Fact]
    public async Task Rows_become_facts_with_dates_and_lists()
    {
        var (reading, database) = await OfAsync(Yaml("SELECT * FROM dossier -- all"), "bigint", "1");
        await using var one = reading;
        await using var two = database;

        var fact = reading.Normaliser.Normalise((await reading.PullAsync()).Single().Records.Single()).Facts.Single().Fact.ShouldBeOfType<Contracts.SupportFileOpened>();

        fact.Themes.ShouldBe(["wonen", "werk"]);
        fact.OccurredAt.ShouldBe(Contracts.BelgianTime.StartOf(new DateOnly(2026, 11, 20)));
        (await reading.CheckAsync()).Detail.ShouldBe("The database answers, and the query gives 6 columns: reeks, nr, insz, open, themas, changed.");
    }

    [Theory]
    [InlineData("SELECT * FROM nergens", "(SQL error 42P01): the query names a table")]
    [InlineData("SELECT anders FROM dossier", "(SQL error 42703): the query names a column")]
    [InlineData("SELEC", "(SQL error 42601)")]
    [InlineData("\"SELECT *, insz::int AS n FROM dossier\"", "(SQL error 22003)")]
    [InlineData("\"SELECT *, nextval('teller') AS n FROM dossier\"", "(SQL error 25006): the query would write")]
    public async Task A_query_that_cannot_serve_is_said_with_its_code_and_without_the_data(string query, string said)
    {
        var (reading, database) = await OfAsync(Yaml(query), "bigint", "1");
        await using var one = reading;
        await using var two = database;

        var problem = await reading.FailAsync<PermanentFailureException>();

        problem.Message.ShouldContain(said);
        problem.ToString().ShouldNotContain(Reading.Insz);
    }

    [Fact]
    public async Task Wrong_credentials_are_final_and_a_database_that_is_away_is_not()
    {
        var (reading, database) = await OfAsync(Yaml("SELECT * FROM dossier"), "bigint", "1");
        await using var one = reading;
        await using var two = database;
        var right = new NpgsqlConnectionStringBuilder(reading.Secrets["env:CAW_DB"]);

        reading.Secrets["env:CAW_DB"] = new NpgsqlConnectionStringBuilder(right.ConnectionString) { Password = "wrong" }.ConnectionString;
        (await reading.FailAsync<PermanentFailureException>()).Message.ShouldContain("(SQL error 28P01): the password is refused");

        reading.Secrets["env:CAW_DB"] = new NpgsqlConnectionStringBuilder(right.ConnectionString) { Port = 9 }.ConnectionString;
        await reading.FailAsync<NpgsqlException>();
        (await reading.CheckAsync()).Detail.ShouldStartWith("The database cannot be reached (NpgsqlException)");
    }

    [Fact]
    public async Task A_large_table_is_read_in_bounded_pages_and_every_row_once()
    {
        var (reading, database) = await OfAsync(Yaml("SELECT * FROM dossier", pageSize: 700), "timestamptz");
        await using var one = reading;
        await using var two = database;
        await ExecuteAsync(database, $"INSERT INTO dossier SELECT 1, 'D' || n, '{Reading.Insz}', '2026-11-20', NULL, timestamptz '2026-01-01' + (n / 1000) * interval '1 second' FROM generate_series(1, 5000) n");

        var whole = await reading.PullAsync();

        whole.Max(batch => batch.Records.Count).ShouldBe(700);
        Reading.Ids(whole).ShouldBeUnique();
        Reading.Ids(whole).Count().ShouldBe(5000);
    }
}
