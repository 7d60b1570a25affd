using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Audit;

public sealed class TamperingOnSqlite() : TamperingTests(new SqliteTestDatabase())
{
    [Fact]
    public async Task An_entry_in_a_block_that_is_no_number_is_found_too()
    {
        await SealAsync(3, 2);
        await TamperAsync("INSERT INTO audit (at, kind, recipient, citizen, signal_id, delivery_id, fields, ground, block, position) SELECT at, kind, recipient, citizen, signal_id, delivery_id, fields, ground, 'x', 0 FROM audit WHERE id = 3");

        (await VerifyAsync()).Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe(AuditFaultKind.EntriesAdded), fault => fault.Block.ShouldBe(0));
    }
}

public sealed class TamperingOnPostgres(PostgresFixture server) : TamperingTests(new PostgresTestDatabase(server));

/// <summary>Somebody who can write in the database was there; blocks 1 to 4 have entries 1 to 3, 4 to 5, 6 to 9 and 10.</summary>
public abstract class TamperingTests(TestDatabase database) : AuditTests(database)
{
    [Theory]
    [InlineData("UPDATE audit SET detail = 'e 4' WHERE id = 4", AuditFaultKind.Changed, 2)]
    [InlineData("UPDATE audit SET citizen = '00000005-0001-0002-0304-05060708090b' WHERE id = 5", AuditFaultKind.Changed, 2)]
    [InlineData("UPDATE audit SET kind = 'quarantine', actor = '-openedhub' WHERE id = 4", AuditFaultKind.Changed, 2)]
    [InlineData("UPDATE audit_blocks SET sealed_at = sealed_at + 1 WHERE block = 3", AuditFaultKind.Changed, 3)]
    [InlineData("DELETE FROM audit WHERE id = 7", AuditFaultKind.EntriesRemoved, 3)]
    [InlineData("UPDATE audit SET block = NULL, position = NULL WHERE id = 7", AuditFaultKind.EntriesRemoved, 3)]
    [InlineData("UPDATE audit SET position = 11 - (id - 6) WHERE block = 3", AuditFaultKind.Swapped, 3)]
    [InlineData("UPDATE audit SET detail = (SELECT 'é ' || (15 - b.id) FROM audit b WHERE b.id = audit.id) WHERE id IN (7, 8)", AuditFaultKind.Changed, 3)]
    [InlineData("DELETE FROM audit WHERE block = 2;DELETE FROM audit_blocks WHERE block = 2", AuditFaultKind.BlocksRemoved, 3)]
    [InlineData("DELETE FROM audit WHERE block = 1;DELETE FROM audit_blocks WHERE block = 1", AuditFaultKind.BlocksRemoved, 2)]
    [InlineData("DELETE FROM audit WHERE block = 4;DELETE FROM audit_blocks WHERE block = 4", AuditFaultKind.TailCut, 4)]
    [InlineData("DELETE FROM audit;DELETE FROM audit_blocks", AuditFaultKind.TailCut, 4)]
    [InlineData("DELETE FROM audit_blocks WHERE block = 4", AuditFaultKind.EntriesAdded, 4)]
    [InlineData("UPDATE audit_blocks SET sealed_at = 400000000000000000 WHERE block = 4", AuditFaultKind.Changed, 4)]
    [InlineData("INSERT INTO audit (at, kind, recipient, citizen, signal_id, delivery_id, fields, ground, block, position) SELECT at, kind, recipient, citizen, signal_id, delivery_id, fields, ground, -9223372036854775808, 0 FROM audit WHERE id = 3", AuditFaultKind.EntriesAdded, long.MinValue)]
    public async Task Is_found_where_it_happened(string statements, AuditFaultKind kind, long block)
    {
        await SealAsync(3, 2, 4, 1);
        var head = await HeadAsync();
        (await VerifyAsync(head)).FaultCount.ShouldBe(0);

        await TamperAsync(statements.Split(';'));

        var first = (await VerifyAsync(head)).Faults[0];
        (first.Kind, first.Block).ShouldBe((kind, block), first.Sentence);
    }

    [Fact]
    public async Task A_time_that_no_clock_has_stops_neither_the_sealing_nor_the_reading()
    {
        await SealAsync(3, 2);
        await Store.Audit.AddAsync(SomeLog.Entry(6), Token);
        await TamperAsync("UPDATE audit_blocks SET sealed_at = 400000000000000000 WHERE block = 2", "UPDATE audit SET at = -400000000000000000 WHERE id = 6");

        (await VerifyAsync()).UnsealedSince.ShouldBe(DateTimeOffset.MinValue);
        (await Store.Audit.ListAsync(new AuditFilter(), 1, Token)).ShouldHaveSingleItem().Entry.At.ShouldBe(DateTimeOffset.MinValue);
        (await HeadAsync()).Block.ShouldBe(2);
        (await Store.Audit.SealAsync(AuditKeys, Some.Now, Token)).ShouldBe(1);
        (await VerifyAsync()).Faults.ShouldHaveSingleItem().Block.ShouldBe(2);
    }

    [Fact]
    public async Task With_a_key_is_found_by_the_head_that_was_kept_elsewhere()
    {
        await SealAsync(3, 2, 4, 1);
        var head = await HeadAsync();
        await TamperAsync("UPDATE audit SET recipient = 'somebody-else' WHERE id = 5", "UPDATE audit SET block = NULL, position = NULL WHERE block >= 2", "DELETE FROM audit_blocks WHERE block >= 2");
        await Store.Audit.SealAsync(AuditKeys, Some.Now, Token);
        await SealAsync(1, 1, 1);

        (await VerifyAsync()).FaultCount.ShouldBe(0);
        (await VerifyAsync(head)).Faults.ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.Rewritten);
    }

    [Fact]
    public async Task In_one_place_is_told_once_and_after_many_the_first_are_shown()
    {
        await SealAsync(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        await TamperAsync("UPDATE audit SET kind = 'erased'");

        var report = await VerifyAsync();

        report.FaultCount.ShouldBe(12);
        report.Faults.Select(fault => fault.Block).ShouldBe(Enumerable.Range(1, 10).Select(i => (long)i));
    }
}
