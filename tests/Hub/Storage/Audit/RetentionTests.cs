using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Audit;

public sealed class RetentionOnSqlite() : RetentionTests(new SqliteTestDatabase());

public sealed class RetentionOnPostgres(PostgresFixture server) : RetentionTests(new PostgresTestDatabase(server));

/// <summary>Blocks are sealed here at Now + the number of entries before them, in seconds.</summary>
public abstract class RetentionTests(TestDatabase database) : AuditTests(database)
{
    [Fact]
    public async Task What_is_past_its_term_goes_by_whole_blocks_and_the_rest_still_verifies()
    {
        await SealAsync(3, 2, 4, 1);
        var head = await HeadAsync();

        (await RemoveAsync(5)).ShouldBe(new AuditRemoval(5, null));

        (await Database.RowsAsync("SELECT DISTINCT block FROM audit WHERE block IS NOT NULL ORDER BY block")).ShouldBe(["3", "4"]);
        var report = await VerifyAsync(head);
        (report.FaultCount, report.Anchor!.Block, report.Entries, report.Last!.Total).ShouldBe((0, 2, 5, 10));
        (await Store.Audit.ListAsync(new AuditFilter { Kind = AuditKinds.AuditRemoved }, 1, Token)).ShouldHaveSingleItem().Entry.Detail!.ShouldStartWith("5 entries of blocks 1 to 2,");
    }

    [Fact]
    public async Task It_goes_on_from_the_anchor_however_often_and_to_the_last_block()
    {
        await SealAsync(3, 2, 4);
        await RemoveAsync(1);
        (await RemoveAsync(1)).Entries.ShouldBe(0);
        await RemoveAsync(100);
        (await VerifyAsync()).FaultCount.ShouldBe(0);
        await Store.Audit.SealAsync(AuditKeys, Some.Now.AddDays(1), Token);

        var report = await VerifyAsync();

        (report.FaultCount, report.Anchor!.Block, report.Last!.Block, report.Last.Total).ShouldBe((0, 3, 4, 11));
    }

    [Fact]
    public async Task Blocks_that_were_made_to_look_old_or_were_changed_are_not_taken_away()
    {
        await SealAsync(3, 2, 4);
        await TamperAsync("UPDATE audit_blocks SET sealed_at = 1 WHERE block <= 2");

        var removal = await RemoveAsync(0);

        removal.Entries.ShouldBe(0);
        removal.Fault!.Block.ShouldBe(1);
        (await Database.RowsAsync("SELECT count(*) FROM audit")).ShouldBe(["9"]);
    }

    [Fact]
    public async Task Blocks_that_somebody_without_a_key_took_away_are_missed()
    {
        await SealAsync(3, 2, 4, 2);
        await RemoveAsync(1);
        await TamperAsync(
            "DELETE FROM audit WHERE block <= 2",
            "UPDATE audit_blocks SET anchor_key = (SELECT anchor_key FROM audit_blocks WHERE block = 1), anchor = (SELECT anchor FROM audit_blocks WHERE block = 1) WHERE block = 2",
            "DELETE FROM audit_blocks WHERE block = 1");

        (await VerifyAsync()).Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe(AuditFaultKind.BlocksRemoved), fault => fault.Block.ShouldBe(2));
    }

    [Fact]
    public async Task A_head_of_before_what_is_kept_is_not_compared()
    {
        await SealAsync(3);
        var head = await HeadAsync();
        await SealAsync(3, 3);
        await RemoveAsync(4);

        (await VerifyAsync(head)).ShouldSatisfyAllConditions(report => report.IsHeadCompared.ShouldBeFalse(), report => report.FaultCount.ShouldBe(0));
    }

    [Fact]
    public async Task What_was_taken_away_before_its_term_is_told_even_by_who_has_a_key()
    {
        await SealAsync(3);
        var head = await HeadAsync();
        await SealAsync(3, 3);
        await RemoveAsync(4);

        (await VerifyAsync(head, Some.Now.AddSeconds(4))).Faults.ShouldBeEmpty("the head and the anchor are past their term");
        (await VerifyAsync(head, Some.Now.AddSeconds(3))).Faults.Select(fault => (fault.Kind, fault.Block)).ShouldBe([(AuditFaultKind.BlocksRemoved, 2)]);
        (await VerifyAsync(head, Some.Now)).Faults.Select(fault => (fault.Kind, fault.Block)).ShouldBe([(AuditFaultKind.BlocksRemoved, 2), (AuditFaultKind.BlocksRemoved, 1)]);
    }

    private Task<AuditRemoval> RemoveAsync(int seconds) => Store.Audit.RemoveBlocksBeforeAsync(AuditKeys, Some.Now.AddSeconds(seconds), Some.Now, Token);
}
