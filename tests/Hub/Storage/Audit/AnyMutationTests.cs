using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Audit;

public sealed class AnyMutationOnSqlite() : AnyMutationTests(new SqliteTestDatabase());

public sealed class AnyMutationOnPostgres(PostgresFixture server) : AnyMutationTests(new PostgresTestDatabase(server));

/// <summary>Whatever single thing is changed in a random log is found, and put back it verifies again.</summary>
public abstract class AnyMutationTests(TestDatabase database) : AuditTests(database)
{
    private const int Mutations = 120;
    private static readonly string[] Numbers = ["at", "block", "position"];
    private static readonly string[] Texts = ["kind", "actor", "recipient", "source", "fields", "purpose", "ground", "detail"];
    private static readonly string[] Ids = ["citizen", "signal_id", "delivery_id"];
    private static readonly string[] BlockNumbers = ["block", "entries", "total", "sealed_at"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Is_found(int seed)
    {
        var random = new Random(seed);
        await SealAsync([.. Enumerable.Range(0, random.Next(5, 9)).Select(_ => random.Next(1, 7))]);
        await Store.Audit.RemoveBlocksBeforeAsync(AuditKeys, seed == 1 ? DateTimeOffset.MinValue : Some.Now.AddSeconds(3), Some.Now, Token);
        await Store.Audit.SealAsync(AuditKeys, Some.Now, Token);
        var head = await HeadAsync();
        var entries = (await Database.RowsAsync("SELECT id FROM audit ORDER BY id")).ConvertAll(long.Parse);
        var blocks = (await Database.RowsAsync("SELECT block FROM audit_blocks ORDER BY block")).ConvertAll(long.Parse);
        await TamperAsync("CREATE TABLE kept_audit AS SELECT * FROM audit", "CREATE TABLE kept_blocks AS SELECT * FROM audit_blocks");
        for (var i = 0; i < Mutations; i++)
        {
            var mutation = Mutate(random, entries, blocks);
            await TamperAsync(mutation);
            (await VerifyAsync(head)).FaultCount.ShouldBeGreaterThan(0, $"seed {seed}, mutation {i}: {string.Join("; ", mutation)}");
            await PutBackAsync();
        }

        (await VerifyAsync(head)).FaultCount.ShouldBe(0);
    }

    private static string[] Mutate(Random random, List<long> entries, List<long> blocks)
    {
        var entry = entries[random.Next(entries.Count)];
        var other = entries[(entries.IndexOf(entry) + random.Next(1, entries.Count)) % entries.Count];
        var block = blocks[random.Next(blocks.Count)];
        return random.Next(14) switch
        {
            0 => [Plus(Pick(Numbers))],
            1 => [$"UPDATE audit SET {Pick(Texts)} = 'x' || detail WHERE id = {entry}"],
            2 => [Byte(Pick(Texts))],
            3 => [$"UPDATE audit SET {Pick(Ids)} = '{Guid.NewGuid()}' WHERE id = {entry}"],
            4 => [$"UPDATE audit SET detail = NULL WHERE id = {entry}"],
            5 => [$"UPDATE audit SET block = NULL, position = NULL WHERE id = {entry}"],
            6 => [$"DELETE FROM audit WHERE id = {entry}"],
            7 => [Swap(Pick(Ids))],
            8 => [Swap("position", "block")],
            9 => [$"INSERT INTO audit (at, kind, recipient, citizen, signal_id, delivery_id, fields, ground, block, position) SELECT at, kind, recipient, citizen, signal_id, delivery_id, fields, ground, block, position + {random.Next(9)} FROM audit WHERE id = {entry}"],
            10 => [BlockPlus(Pick(BlockNumbers))],
            11 => [$"UPDATE audit_blocks SET {(random.Next(2) == 0 ? "mac" : "anchor")} = (SELECT mac FROM audit_blocks WHERE block <> {block} ORDER BY block LIMIT 1) WHERE block = {block}"],
            12 => [$"UPDATE audit_blocks SET {(random.Next(2) == 0 ? "key_id" : "anchor_key")} = 'a2' WHERE block = {block}"],
            _ => [$"DELETE FROM audit_blocks WHERE block {(random.Next(2) == 0 ? "=" : ">=")} {block}", $"DELETE FROM audit WHERE block {(random.Next(2) == 0 ? "=" : ">=")} {block}"],
        };

        string Pick(string[] choices) => choices[random.Next(choices.Length)];

        string Plus(string column) => $"UPDATE audit SET {column} = {column} + {random.Next(1, 1000)} WHERE id = {entry}";

        string BlockPlus(string column) => $"UPDATE audit_blocks SET {column} = {column} + {random.Next(1, 1000)} WHERE block = {block}";

        // Another character at the end of what is there, or one where nothing was.
        string Byte(string column) =>
            $"UPDATE audit SET {column} = CASE WHEN length({column}) = 0 THEN '~' ELSE substr({column}, 1, length({column}) - 1) || '~' END WHERE id = {entry}";

        // The columns of two entries change places.
        string Swap(params string[] columns) =>
            $"UPDATE audit SET {string.Join(", ", columns.Select(column => $"{column} = (SELECT o.{column} FROM audit o WHERE o.id = CASE WHEN audit.id = {entry} THEN {other} ELSE {entry} END)"))} WHERE id IN ({entry}, {other})";
    }

    private Task PutBackAsync() => TamperAsync(
        "DELETE FROM audit",
        Database is PostgresTestDatabase ? "INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM kept_audit" : "INSERT INTO audit SELECT * FROM kept_audit",
        "DELETE FROM audit_blocks",
        "INSERT INTO audit_blocks SELECT * FROM kept_blocks");
}
