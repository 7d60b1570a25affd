using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Journal;

public sealed class PublishingOnSqlite() : PublishingTests(new SqliteTestDatabase());

public sealed class PublishingOnPostgres(PostgresFixture server) : PublishingTests(new PostgresTestDatabase(server));

public abstract class PublishingTests(TestDatabase database) : StoreTests(database)
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_publisher_has_at_most_so_many_batches_in_flight()
    {
        await BatchesAsync(5);

        (await ClaimAsync("a", 3)).Count.ShouldBe(3);
        (await ClaimAsync("a", 3)).ShouldBeEmpty();
        var rest = await ClaimAsync("b", 3);
        rest.Count.ShouldBe(2);
        (await Store.Journal.CountUnprocessedAsync(Token)).ShouldBe(5);

        await ProcessAsync(rest[0].Id);
        (await Store.Journal.CountUnprocessedAsync(Token)).ShouldBe(4);
        (await ClaimAsync("a", 4)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_oldest_goes_first_and_a_processed_one_makes_room()
    {
        await BatchesAsync(3);
        var first = (await ClaimAsync("a", 1)).Single();
        await ProcessAsync(first.Id);
        var second = (await ClaimAsync("a", 1)).Single();
        second.Id.ShouldBeGreaterThan(first.Id);
        (await ClaimAsync("a", 1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_published_too_long_ago_is_published_again_by_anyone()
    {
        await BatchesAsync(1);
        var lost = (await ClaimAsync("a", 10)).Single();

        (await ClaimAsync("b", 10, Some.Now + Later - TimeSpan.FromSeconds(1))).ShouldBeEmpty();
        var again = (await ClaimAsync("b", 10, Some.Now + Later)).Single();

        again.Id.ShouldBe(lost.Id);
        Read(again).ShouldBe(Read(lost));
    }

    [Fact]
    public async Task A_batch_that_was_returned_is_released_and_taken_again()
    {
        await BatchesAsync(2);
        var both = await ClaimAsync("a", 10);
        await Store.Journal.ReleaseAsync([both[1].Id], Token);
        (await ClaimAsync("a", 10)).Single().Id.ShouldBe(both[1].Id);
    }

    [Fact]
    public async Task A_host_that_starts_releases_its_own_or_all()
    {
        await BatchesAsync(2);
        await ClaimAsync("a", 1);
        await ClaimAsync("b", 1);
        await Store.Journal.ReleaseUnprocessedAsync("a", Token);
        (await ClaimAsync("c", 10)).Count.ShouldBe(1);
        await Store.Journal.ReleaseUnprocessedAsync(null, Token);
        (await ClaimAsync("c", 10)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_processed_batch_is_never_released_or_published_again()
    {
        await BatchesAsync(1);
        var batch = (await ClaimAsync("a", 10)).Single();
        await ProcessAsync(batch.Id);
        await Store.Journal.ReleaseAsync([batch.Id], Token);
        await Store.Journal.ReleaseUnprocessedAsync(null, Token);
        (await ClaimAsync("a", 10, Some.Now + Later)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Publishers_at_the_same_time_never_take_the_same_batch()
    {
        await BatchesAsync(40);
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => ClaimAsync($"host {i}", 5), Token)));
        claims.SelectMany(batches => batches).Select(batch => batch.Id).Distinct().Count().ShouldBe(claims.Sum(batches => batches.Count));
    }

    private async Task BatchesAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await AppendAsync(Some.Record($"r{i}", Some.Ended($"citizen {i}")));
    }

    private Task<IReadOnlyList<JournalBatch>> ClaimAsync(string publisher, int max, DateTimeOffset? now = null) =>
        Store.Journal.ClaimForPublishingAsync(publisher, max, Later, now ?? Some.Now, Token);

    private Task<bool> ProcessAsync(long batch) => Store.Detection.DetectAsync(batch, [], Nothing, Some.Now, Token);
}
