using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Adapters.Mapped.Tests.Sql;

public sealed class SqliteSource
{
    private static readonly Dictionary<string, string> Secret = new() { ["env:CAW_DB"] = "Data Source=caw.db" };

    private static string Yaml(string query = "SELECT * FROM dossier", string watermark = "changed", int pageSize = 2, string more = "") => $"""
        source: 1
        read:
          sql:
            database: sqlite
            connection: env:CAW_DB
            query: "{query}"
            {(watermark.Length == 0 ? "" : $"watermark: {watermark}")}
            pageSize: {pageSize}
        records:
          - kind: dossier
            id: nr{more}
            citizen: insz
            facts:
              - contract: support-file-opened
                occurredAt: open
                fields: {"{ file: nr, partner: { value: caw } }"}
        """;

    private static Reading Of(string yaml, params string[] statements)
    {
        var reading = new Reading(yaml) { Secrets = { ["env:CAW_DB"] = Secret["env:CAW_DB"] } };
        Execute(reading, ["CREATE TABLE dossier (nr TEXT, insz TEXT, open TEXT, changed)", .. statements]);
        return reading;
    }

    private static void Execute(Reading reading, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(reading.Folder, "caw.db")};Pooling=false");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    private static string Insert(int number, string changed) => $"INSERT INTO dossier VALUES ('D{number}', '{Reading.Insz}', '2026-11-20', {changed})";

    [Theory]
    [InlineData("1", "2", "3")]
    [InlineData("1.5", "2.25", "3")]
    [InlineData("'2026-11-20 10:00:00.001'", "'2026-11-20 10:00:00.002'", "'2026-11-21'")]
    [InlineData("X'00FF'", "X'01'", "X'0101'")]
    public async Task Rows_are_paged_by_watermark_and_id_whatever_the_type_of_the_watermark(string first, string second, string third)
    {
        await using var reading = Of(Yaml(), Insert(2, first), Insert(1, first), Insert(3, first), Insert(4, second), Insert(5, second));

        var whole = await reading.PullAsync();

        Reading.Ids(whole).ShouldBe(["dossier:D1", "dossier:D2", "dossier:D3", "dossier:D4", "dossier:D5"]);
        whole.Select(batch => batch.Records.Count).ShouldBe([2, 2, 1]);
        whole.ShouldAllBe(batch => batch.Snapshot == null);
        for (var stop = 0; stop < whole.Count - 1; stop++)
            Reading.Ids(await reading.PullAsync(whole[stop].Checkpoint)).ShouldBe(Reading.Ids(whole.Skip(stop + 1)));

        Execute(reading, Insert(0, second), Insert(6, third));
        Reading.Ids(await reading.PullAsync(Reading.Last(whole))).ShouldBe(["dossier:D0", "dossier:D4", "dossier:D5", "dossier:D6"]);
    }

    [Fact]
    public async Task Without_a_watermark_everything_is_a_complete_export_that_goes_on_as_itself_after_a_stop()
    {
        await using var reading = Of(Yaml(watermark: ""), [.. Enumerable.Range(1, 5).Select(number => Insert(number, "0"))]);

        var whole = await reading.PullAsync();
        var rest = await reading.PullAsync(whole[0].Checkpoint);
        var again = await reading.PullAsync(Reading.Last(whole));

        whole.Select(batch => batch.Snapshot!.IsLast).ShouldBe([false, false, true]);
        whole.Select(batch => batch.Snapshot).Skip(1).ShouldBe(rest.Select(batch => batch.Snapshot));
        Reading.Ids(rest).ShouldBe(["dossier:D3", "dossier:D4", "dossier:D5"]);
        Reading.Ids(again).ShouldBe(Reading.Ids(whole));
        again[0].Snapshot!.Id.ShouldNotBe(whole[0].Snapshot!.Id);
    }

    [Fact]
    public async Task An_export_with_a_row_that_may_be_any_withdraws_nothing_and_one_without_rows_is_refused()
    {
        await using var reading = Of(Yaml(watermark: "", pageSize: 10), Insert(1, "0"), "INSERT INTO dossier VALUES ('no number', 'x', 'y', 0)");
        var odd = (await reading.PullAsync()).ShouldHaveSingleItem();
        odd.Snapshot!.IsLast.ShouldBeFalse();
        odd.Records.Count.ShouldBe(2);

        Execute(reading, "UPDATE dossier SET nr = NULL WHERE nr LIKE 'no%'");
        var batches = await reading.PullAsync();
        batches[1].Snapshot!.IsLast.ShouldBeFalse();
        reading.Normaliser.Normalise(batches[0].Records.Single()).Rejections.Single().Expected.ShouldBe("a value in nr on every row of the query, found 1 rows without one, which are not read");

        Execute(reading, "DELETE FROM dossier");
        var nothing = (await reading.PullAsync()).ShouldHaveSingleItem();
        nothing.Snapshot.ShouldBeNull();
        reading.Normaliser.Normalise(nothing.Records.Single()).Rejections.Single().Expected.ShouldStartWith("at least one row");
    }

    [Fact]
    public async Task A_row_with_an_empty_watermark_is_said_and_the_others_are_read()
    {
        await using var reading = Of(Yaml(), Insert(1, "NULL"), Insert(2, "5"));

        var batches = await reading.PullAsync();

        reading.Normaliser.Normalise(batches[0].Records.Single()).Rejections.Single().ToString()
            .ShouldBe("file dossier without a key: expected a value in nr, changed on every row of the query, found 1 rows without one, which are not read. Fill them in, or leave such rows out of the query with WHERE ... IS NOT NULL.");
        Reading.Ids(batches.Skip(1)).ShouldBe(["dossier:D2"]);
    }

    [Fact]
    public async Task An_id_that_names_a_person_never_rests_in_a_checkpoint()
    {
        await using var reading = Of(Yaml(more: "\n    idIsPersonal: true").Replace("id: nr", "id: insz", StringComparison.Ordinal), [.. Enumerable.Range(1, 5).Select(number => Insert(number, "7"))]);
        await using var export = Of(Yaml(watermark: "").Replace("id: nr", "id: insz", StringComparison.Ordinal), [.. Enumerable.Range(1, 5).Select(number => Insert(number, "7"))]);

        foreach (var batch in (await reading.PullAsync()).Concat(await export.PullAsync()))
            batch.Checkpoint!.Value.ShouldNotContain(Reading.Insz);
    }

    [Fact]
    public async Task A_row_over_the_limit_is_rejected_with_its_size_and_the_others_are_read()
    {
        await using var reading = Of(Yaml(), Insert(1, "1"), Insert(2, "2"), $"UPDATE dossier SET open = '{new string('x', 2_000_000)}' WHERE nr = 'D1'");

        var records = (await reading.PullAsync()).SelectMany(batch => batch.Records).ToList();

        records.Count.ShouldBe(2);
        reading.Normaliser.Normalise(records[0]).Rejections.Single().Expected.ShouldStartWith("a row within the largest record allowed, found one of 2000");
        reading.Normaliser.Normalise(records[1]).IsRejected.ShouldBeFalse();
    }

    [Theory]
    [InlineData("SELECT * FROM nergens", "changed", "(SQL error 1): the query names a table or column")]
    [InlineData("SELECT nr, insz, open FROM dossier", "changed", "The query gives no column changed; it gives nr, insz, open.")]
    [InlineData("SELECT nr, insz, changed FROM dossier", "changed", "The query gives no column open; it gives nr, insz, changed.")]
    [InlineData("SELECT *, nr AS NR_ FROM dossier", "changed", "The query gives 2 columns nr.")]
    [InlineData("DELETE FROM dossier RETURNING *", "changed", "(SQL error 1)")]
    [InlineData("SELECT 1); DELETE FROM dossier; --", "changed", "")]
    public async Task A_query_that_cannot_serve_is_said_and_changes_nothing(string query, string watermark, string said)
    {
        await using var reading = Of(Yaml(query, watermark), Insert(1, "1"));

        (await reading.FailAsync<PermanentFailureException>()).Message.ShouldContain(said);
        (await reading.CheckAsync()).IsReachable.ShouldBeFalse();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(reading.Folder, "caw.db")};Pooling=false");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = other.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM dossier";
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(1L);
    }

    [Theory]
    [InlineData("Data Source=nergens/caw.db", "(SQL error 14): the file cannot be opened")]
    [InlineData("Data Source=source.yaml", "(SQL error 26): the file is no SQLite database")]
    [InlineData("geheim", "is no connection string of sqlite")]
    public async Task A_database_that_is_not_there_is_said(string connection, string said)
    {
        await using var reading = new Reading(Yaml()) { Secrets = { ["env:CAW_DB"] = connection } };

        var problem = (await reading.FailAsync<PermanentFailureException>()).Message;

        problem.ShouldContain(said);
        problem.ShouldNotContain("geheim");
        (await reading.CheckAsync()).ShouldBe(new CheckResult(false, problem));
    }

    [Fact]
    public async Task The_check_says_which_columns_the_query_gives()
    {
        await using var reading = Of(Yaml("SELECT * FROM dossier -- all of them"));

        (await reading.CheckAsync()).ShouldBe(new CheckResult(true, "The database answers, and the query gives 4 columns: nr, insz, open, changed."));
    }

    [Fact]
    public async Task Rows_become_facts_and_a_change_of_the_mapping_reads_everything_again()
    {
        await using var reading = Of(Yaml(), Insert(1, "1"));
        var batches = await reading.PullAsync();
        reading.Normaliser.Normalise(batches[0].Records.Single()).Facts.Single().Citizen.Digits.ShouldBe(Reading.Insz);

        await using var changed = Of(Yaml(more: "\n    where: { nr: filled }"), Insert(1, "1"));
        Reading.Ids(await changed.PullAsync(Reading.Last(batches))).ShouldBe(["dossier:D1"]);
    }

    [Fact]
    public async Task Text_that_is_no_JSON_in_a_column_declared_so_is_text_and_stops_nothing()
    {
        await using var reading = Of(
            Yaml("SELECT d.*, e.extra FROM dossier d JOIN more e ON e.nr = d.nr"), "CREATE TABLE more (nr TEXT, extra json)", Insert(1, "1"), Insert(2, "2"), "INSERT INTO more VALUES ('D1', 'geen {json'), ('D2', '{\"a\":1}')");

        var records = (await reading.PullAsync()).SelectMany(batch => batch.Records).ToList();

        records.Select(record => record.Id).ShouldBe(["dossier:D1", "dossier:D2"]);
        records.Select(record => JsonNode.Parse(record.Raw.Span)!["extra"]!.GetValueKind()).ShouldBe([JsonValueKind.String, JsonValueKind.Object]);
    }
}
