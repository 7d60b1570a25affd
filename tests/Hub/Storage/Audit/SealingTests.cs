using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Audit;

public sealed class SealingOnSqlite() : SealingTests(new SqliteTestDatabase());

public sealed class SealingOnPostgres(PostgresFixture server) : SealingTests(new PostgresTestDatabase(server))
{
    [Fact]
    public async Task An_entry_that_commits_after_later_ones_were_sealed_comes_in_a_later_block()
    {
        await using var connection = Database.Connect();
        await connection.OpenAsync(Token);
        await using var late = await connection.BeginTransactionAsync(Token);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO audit (at, kind, recipient, citizen, signal_id, delivery_id, fields, ground) VALUES (1, 'refused', 'x', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '', '')";
        await insert.ExecuteNonQueryAsync(Token);
        await SealAsync(2);
        await late.CommitAsync(Token);

        (await Store.Audit.SealAsync(AuditKeys, Some.Now, Token)).ShouldBe(1);

        (await Database.RowsAsync("SELECT id, block, position FROM audit ORDER BY block, position")).ShouldBe(["2|1|0", "3|1|1", "1|2|0"]);
        (await VerifyAsync(await HeadAsync())).FaultCount.ShouldBe(0);
    }
}

public abstract class SealingTests(TestDatabase database) : AuditTests(database)
{
    [Fact]
    public async Task What_is_sealed_verifies_and_what_is_not_yet_is_named()
    {
        await SealAsync(3, 1, 4);
        await Store.Audit.AddAsync(SomeLog.Entry(100), Token);
        await Store.Audit.AddAsync(SomeLog.Entry(99), Token);

        var report = await VerifyAsync(await HeadAsync());

        (report.Blocks, report.Entries, report.FaultCount, report.IsHeadCompared, report.Anchor).ShouldBe((3, 8, 0, true, null));
        (report.Unsealed, report.FirstUnsealed, report.UnsealedSince).ShouldBe((2, 9, Some.Now.AddSeconds(99)));
        (report.Last!.Block, report.Last.Total).ShouldBe((3, 8));
    }

    [Fact]
    public async Task Nothing_is_sealed_twice_and_no_empty_block_is_made()
    {
        await SealAsync(2);

        (await Store.Audit.SealAsync(AuditKeys, Some.Now, Token)).ShouldBe(0);

        (await Database.RowsAsync("SELECT block, entries, total FROM audit_blocks")).ShouldBe(["1|2|2"]);
        (await VerifyAsync()).FaultCount.ShouldBe(0);
    }

    [Fact]
    public async Task Hosts_that_seal_while_others_write_never_disturb_the_log()
    {
        const int writers = 4, each = 150;
        await using var other = Database.Open();
        IHubStore[] hosts = [Store, other];
        using var written = new CancellationTokenSource();
        var sealing = hosts.Select(host => Task.Run(
            async () =>
            {
                var own = 0;
                while (!written.IsCancellationRequested)
                    own += await host.Audit.SealAsync(AuditKeys, Some.Now, Token);
                return own;
            },
            Token)).ToList();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < each; i++)
                    await hosts[writer % 2].Audit.AddAsync(SomeLog.Entry((writer * each) + i), Token);
            },
            Token)));
        await written.CancelAsync();
        var counts = await Task.WhenAll(sealing);
        var rest = await Store.Audit.SealAsync(AuditKeys, Some.Now, Token);

        (counts.Sum() + rest).ShouldBe(writers * each);
        var report = await VerifyAsync(await HeadAsync());
        (report.Entries, report.FaultCount, report.Unsealed, report.Last!.Total).ShouldBe((writers * each, 0, 0, writers * each));
    }

    [Fact]
    public async Task A_new_key_seals_from_then_on_and_the_old_one_is_still_needed()
    {
        await SealAsync(2, 2);
        AuditKeys = SomeLog.KeysUntil(2);
        await SealAsync(3);

        (await Database.RowsAsync("SELECT key_id FROM audit_blocks ORDER BY block")).ShouldBe(["a1", "a1", "a2"]);
        (await VerifyAsync(await HeadAsync())).FaultCount.ShouldBe(0);
        AuditKeys = SomeLog.Keys;
        (await VerifyAsync()).Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Kind.ShouldBe(AuditFaultKind.KeyMissing), fault => fault.Block.ShouldBe(3), fault => fault.Sentence.ShouldContain("'a2'"));
    }

    [Fact]
    public async Task A_head_that_lags_behind_because_its_host_was_killed_raises_no_alarm()
    {
        await SealAsync(2);
        var head = await HeadAsync();
        await SealAsync(2, 2);

        var report = await VerifyAsync(head);

        (report.FaultCount, report.IsHeadCompared).ShouldBe((0, true));
    }

    [Fact]
    public async Task Entries_are_found_by_whom_they_are_about_who_saw_them_and_when()
    {
        await SealAsync(12);

        (await FindAsync(new AuditFilter { Citizens = [SomeLog.Entry(7).Citizen!.Value, SomeLog.Entry(3).Citizen!.Value] })).ShouldBe([7, 3]);
        (await FindAsync(new AuditFilter { Recipient = "caw-ov", Since = Some.Now.AddSeconds(5), Until = Some.Now.AddSeconds(9) })).ShouldBe([7, 5]);
        (await FindAsync(new AuditFilter { Kind = AuditKinds.Refused })).ShouldBe([10, 5]);
        var exported = new List<AuditRecord>();
        await Store.Audit.ExportAsync(new AuditFilter(), exported.Add, Token);
        exported.Select(record => (record.Id, record.Block, record.Position)).ShouldBe(Enumerable.Range(1, 12).Select(i => ((long)i, (long?)1, (int?)(i - 1))));
        exported[2].Entry.ShouldBeEquivalentTo(SomeLog.Entry(3) with { Fields = (string[])["insz", "name"] });

        async Task<IEnumerable<long>> FindAsync(AuditFilter filter) => (await Store.Audit.ListAsync(filter, 10, Token)).Select(record => record.Id);
    }
}
