using System.Text;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Rotation;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Rotation;

public sealed class RotationOnSqlite() : RotationTests(new SqliteTestDatabase());

public sealed class RotationOnPostgres(PostgresFixture server) : RotationTests(new PostgresTestDatabase(server));

/// <summary>Keys are rotated while the store is used.</summary>
public abstract class RotationTests(TestDatabase database) : StoreTests(database)
{
    private const string ByKey = "SELECT key_id, count(*) FROM citizen_keys GROUP BY key_id ORDER BY key_id";
    private static readonly DateTimeOffset Later = Some.Now.AddDays(1);

    [Fact]
    public async Task After_a_rotation_everybody_has_the_reference_of_before_and_everything_opens_without_the_former_seal_key()
    {
        await FillAsync();
        var before = await Database.RowsAsync("SELECT ref FROM citizen_keys ORDER BY ref");
        await using (var rotating = Database.Open(KeysAt.Vault(1, 2), KeysAt.Citizens(2)))
        {
            (await rotating.Keys.BeginRotationAsync("administrator:an", Later, Token)).ShouldBeTrue();
            (await rotating.Keys.MoveAsync(null, Token)).ShouldBe(20 + 20 + 1 + 1 + 1, "citizens, facts, a quarantined record, a state and the store's own key");
            (await rotating.Keys.BeginRotationAsync("administrator:an", Later, Token)).ShouldBeFalse();
            (await rotating.Keys.MoveAsync(null, Token)).ShouldBe(0);
        }

        (await Database.RowsAsync("SELECT kind, actor, detail FROM audit")).ShouldBe(["keys-rotated|administrator:an|From citizens citizen-1, seal vault-1 to citizens citizen-2, seal vault-2."]);
        (await Database.RowsAsync("SELECT ref FROM citizen_keys ORDER BY ref")).ShouldBe(before);
        await using var after = Database.Open(KeysAt.Vault(2, 2), KeysAt.Citizens(2));
        (await after.Keys.InUseAsync(Token)).Select(key => (key.KeyId, key.IsCurrent)).ShouldBe([("citizen-2", true), ("vault-2", true)]);
        (await after.Keys.CountAsync(Token)).ShouldAllBe(rows => rows.KeyId.EndsWith("-2", StringComparison.Ordinal));
        (await after.Journal.AppendAsync(Some.Page(Person(3)), Token)).Counts.Duplicate.ShouldBe(1);
        (await after.Journal.AppendAsync(Some.Page(Some.Record("another", Some.Started("citizen 3"))), Token)).Counts.Accepted.ShouldBe(1);
        (await Database.RowsAsync("SELECT ref FROM citizen_keys ORDER BY ref")).ShouldBe(before, "she was known");
        (await after.Operations.ReadStateAsync(Some.Source, Keys.Hash("state"), Token)).ShouldBe("remembered");
        var entry = (await after.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem();
        Encoding.UTF8.GetString((await after.Quarantine.OpenAsync(entry.Id, Token)).Span).ShouldBe("raw");
        (await after.Keys.OwnKeyAsync(new byte[32], Token)).ToArray().ShouldBe((await Own()).ToArray());

        async Task<ReadOnlyMemory<byte>> Own() => await after.Keys.OwnKeyAsync(ReadOnlyMemory<byte>.Empty, Token);
    }

    [Fact]
    public async Task A_rotation_that_was_cut_off_goes_on_where_it_was()
    {
        await AppendAsync([.. Enumerable.Range(0, 1200).Select(Person)]);
        await using var rotating = Database.Open(KeysAt.Vault(1, 2), KeysAt.Citizens(2));
        await rotating.Keys.BeginRotationAsync("administrator:an", Later, Token);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Token);

        await Should.ThrowAsync<OperationCanceledException>(rotating.Keys.MoveAsync(new AtFirst(cut.Cancel), cut.Token));
        (await Database.RowsAsync(ByKey)).Count.ShouldBe(2, "some have moved and some have not");
        (await AppendAsync(rotating, Some.Record("new", Some.Started("citizen 7"), Some.Ended("citizen 1199")))).Counts.Accepted.ShouldBe(1);
        await using (var again = Database.Open(KeysAt.Vault(1, 2), KeysAt.Citizens(2)))
            await again.Keys.MoveAsync(null, Token);

        (await Database.RowsAsync(ByKey)).ShouldBe(["citizen-2|1200"]);
        (await Database.RowsAsync("SELECT count(*) FROM citizens")).ShouldBe(["1200"]);
        (await rotating.Keys.CountAsync(Token)).ShouldAllBe(rows => rows.KeyId.EndsWith("-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hosts_that_take_records_while_keys_are_rotated_again_and_again_make_nobody_twice()
    {
        const int pool = 600;
        const int last = 6;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await AppendAsync([.. Enumerable.Range(0, 100).Select(Person)]);
        var before = await Database.RowsAsync("SELECT ref FROM citizen_keys ORDER BY ref");
        await using var one = Database.Open(KeysAt.Vault(1, last), KeysAt.Citizens(last));
        await using var two = Database.Open(KeysAt.Vault(1, last), KeysAt.Citizens(last));
        var hosts = new[] { one, two, one, two }.Select((host, i) => Task.Run(() => TakeAsync(host, i), Token)).ToArray();

        for (var rotation = 2; rotation <= last; rotation++)
        {
            await using var rotating = Database.Open(KeysAt.Vault(1, rotation), KeysAt.Citizens(rotation));
            await rotating.Keys.BeginRotationAsync("administrator:an", Later.AddMinutes(rotation), Token);
            await rotating.Keys.MoveAsync(null, Token);
        }

        await stop.CancelAsync();
        await Task.WhenAll(hosts);
        var rows = await one.Keys.CountAsync(Token);

        rows.ShouldAllBe(row => row.KeyId.EndsWith($"-{last}", StringComparison.Ordinal));
        var known = int.Parse((await Database.RowsAsync("SELECT count(*) FROM citizen_keys")).Single());
        (await Database.RowsAsync("SELECT count(*) FROM citizens")).ShouldBe([$"{known}"]);
        known.ShouldBeInRange(100, pool, "each citizen of the pool at most once");
        (await Database.RowsAsync("SELECT ref FROM citizen_keys")).ToHashSet().IsSupersetOf(before).ShouldBeTrue("no reference of before changed");
        (await Database.RowsAsync("SELECT record_id FROM facts GROUP BY record_id HAVING count(DISTINCT citizen) > 1")).ShouldBeEmpty();

        // Records of their own for each worker, so that only citizens meet; each record is named for its citizen.
        async Task TakeAsync(IHubStore host, int worker)
        {
            var random = new Random(worker / 2);
            for (var page = 0; !stop.IsCancellationRequested; page++)
            {
                var whom = Enumerable.Range(0, 10).Select(_ => random.Next(pool)).Distinct().ToList();
                await host.Journal.AppendAsync(Some.Page([.. whom.Select(i => Some.Record($"{i}", Some.Ended($"citizen {i}", name: "Ann", key: $"{worker}-{page}")))]), Token);
            }
        }
    }

    [Fact]
    public async Task A_host_that_lacks_the_new_keys_writes_nothing_until_it_has_them()
    {
        await FillAsync();
        using var vault = KeysAt.Vault(1, 1);
        using var citizens = KeysAt.Citizens(1);
        await using var host = Database.Open(vault, citizens);
        await using (var rotating = Database.Open(KeysAt.Vault(1, 2), KeysAt.Citizens(2)))
            await rotating.Keys.BeginRotationAsync("administrator:an", Later, Token);

        (await Should.ThrowAsync<UnknownKeyException>(host.Journal.AppendAsync(Some.Page(Person(77)), Token))).Message.ShouldContain("'vault-2'");
        vault.Use("vault-2", new Dictionary<string, byte[]>(Seals(1, 2)));
        (await Should.ThrowAsync<UnknownKeyException>(host.Journal.AppendAsync(Some.Page(Person(77)), Token))).Message.ShouldContain("'citizen-2'");
        citizens.Use(Layers(2));
        (await host.Journal.AppendAsync(Some.Page(Person(77)), Token)).Counts.Accepted.ShouldBe(1);

        static Dictionary<string, byte[]> Seals(int first, int last) => Enumerable.Range(first, last).ToDictionary(i => $"vault-{i}", i => KeysAt.Secret("vault", i));
        static List<(string, byte[])> Layers(int last) => [.. Enumerable.Range(1, last).Select(i => ($"citizen-{i}", KeysAt.Secret("citizen", i)))];
    }

    [Fact]
    public async Task Every_table_with_a_sealed_column_is_rotated()
    {
        var tables = Database is SqliteTestDatabase
            ? "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'sealed' ORDER BY m.name"
            : "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'sealed' ORDER BY table_name";

        (await Database.RowsAsync(tables)).ShouldBe(SealedTable.All.Select(table => table.Name), ignoreOrder: true);
    }

    private async Task FillAsync()
    {
        await Store.Keys.OwnKeyAsync(ReadOnlyMemory<byte>.Empty, Token);
        await Store.Journal.AppendAsync(Some.Page([.. Enumerable.Range(0, 20).Select(Person)]) with { Quarantined = [Some.Quarantined("broken")] }, Token);
        await Store.Operations.WriteStateAsync(Some.Source, Keys.Hash("state"), "remembered", Token);
    }

    private static JournalRecord Person(int number) => Some.Record($"record {number:0000}", Some.Ended($"citizen {number}", name: $"Ann {number}"));

    private static Task<AppendResult> AppendAsync(IHubStore store, params JournalRecord[] records) => store.Journal.AppendAsync(Some.Page(records), Token);

    /// <summary>Acts at the first report.</summary>
    private sealed class AtFirst(Action act) : IProgress<long>
    {
        public void Report(long value) => act();
    }
}
