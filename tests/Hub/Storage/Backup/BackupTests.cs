using System.IO.Compression;
using System.Security.Cryptography;
using IntegrationHub.Storage.Backup;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Backup;

public sealed class BackupOnSqlite() : BackupTests(new SqliteTestDatabase(), new SqliteTestDatabase(), new SqliteTestDatabase());

public sealed class BackupOnPostgres(PostgresFixture postgres) : BackupTests(new PostgresTestDatabase(postgres), new PostgresTestDatabase(postgres), new PostgresTestDatabase(postgres));

public abstract class BackupTests(TestDatabase database, TestDatabase empty, TestDatabase again) : StoreTests(database), IAsyncLifetime
{
    private const int Page = 10;
    private static readonly BackupKeys Mine = KeysOf("one");
    private readonly string folder = Directory.CreateTempSubdirectory("hub-backup-").FullName;

    private string File => Path.Combine(folder, "hub.backup");

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await base.InitializeAsync();
        await empty.CreateAsync(Token);
        await again.CreateAsync(Token);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await empty.DisposeAsync();
        await again.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Taken_while_pages_are_stored_it_holds_each_page_whole_and_what_comes_again_is_a_duplicate_or_missing_once()
    {
        for (var page = 0; page < 20; page++)
            await AppendPageAsync(Store, page);
        using var enough = new CancellationTokenSource();
        var pages = 20;
        var storing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                    await AppendPageAsync(Store, pages++);
            },
            Token);

        await BackUpAsync();
        await enough.CancelAsync();
        await storing;

        await using var restored = empty.Open();
        await RestoreAsync(restored);
        await restored.MigrateAsync(Token);
        var facts = await NumberAsync("SELECT count(*) FROM facts");
        facts.ShouldBeGreaterThanOrEqualTo(200);
        (facts % Page).ShouldBe(0);
        (await NumberAsync("SELECT sum(facts) FROM batches")).ShouldBe(facts);
        (await NumberAsync("SELECT sum(read_count) FROM source_counts")).ShouldBe(facts);
        (await empty.RowsAsync("SELECT insz_hash FROM citizen_keys")).Count.ShouldBe((int)facts);

        for (var page = 0; page < pages; page++)
            await AppendPageAsync(restored, page);
        (await NumberAsync("SELECT count(*) FROM facts")).ShouldBe(pages * Page);
        (await NumberAsync("SELECT count(*) FROM records")).ShouldBe(pages * Page);
        (await NumberAsync("SELECT sum(duplicate) FROM source_counts")).ShouldBe(facts);
    }

    [Fact]
    public async Task What_was_published_and_not_processed_is_published_again_under_its_number_and_new_batches_get_numbers_that_no_lost_one_had()
    {
        await AppendPageAsync(Store, 0);
        await AppendPageAsync(Store, 1);
        var published = await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token);
        await Store.Detection.DetectAsync(published[0].Id, [], Nothing, Some.Now, Token);
        await BackUpAsync();

        await using var restored = empty.Open();
        var report = await RestoreAsync(restored);

        report.Batches.ShouldBe(1);
        report.Sources.ShouldHaveSingleItem().ShouldBe(new RestoredSource(Some.Source, Some.Now, null));
        (await restored.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).ShouldHaveSingleItem().Id.ShouldBe(published[1].Id);
        await AppendPageAsync(restored, 2);
        (await restored.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).ShouldHaveSingleItem().Id.ShouldBeGreaterThan(1_000_000_000);
        (await empty.RowsAsync("SELECT actor FROM audit WHERE kind = 'restored'")).ShouldBe(["administrator:an"]);
    }

    [Fact]
    public async Task Restored_twice_the_second_store_gives_no_number_that_the_first_gave()
    {
        await AppendPageAsync(Store, 0);
        await BackUpAsync();
        long last;
        await using (var first = empty.Open())
        {
            await RestoreAsync(first);
            for (var page = 1; page < 4; page++)
                await AppendPageAsync(first, page);
            last = await NumberAsync("SELECT max(id) FROM batches");
        }

        await using var second = again.Open();
        await RestoreAsync(second);
        await AppendPageAsync(second, 1);

        long.Parse((await again.RowsAsync("SELECT max(id) FROM batches"))[0], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(last);
    }

    [Fact]
    public async Task One_during_which_the_schema_changes_is_none()
    {
        await AppendPageAsync(Store, 0);
        var isChanged = false;

        var refused = await Should.ThrowAsync<BackupException>(() => BackUpAsync(progress =>
        {
            if (isChanged)
                return;
            isChanged = true;
            Database.RowsAsync("INSERT INTO schema_version (version, applied_at) VALUES (9999, 0)").GetAwaiter().GetResult();
        }));

        refused.Message.ShouldContain("brought the store up to date");
    }

    [Fact]
    public async Task A_store_that_is_not_empty_is_left_as_it_is()
    {
        await AppendPageAsync(Store, 0);
        await BackUpAsync();

        (await Should.ThrowAsync<BackupException>(() => RestoreAsync(Store))).Message.ShouldStartWith("The store is not empty");
        (await Database.RowsAsync("SELECT count(*) FROM facts")).ShouldBe([$"{Page}"]);
    }

    [Fact]
    public async Task A_backup_cut_short_or_changed_is_refused_and_the_store_stays_empty()
    {
        await AppendPageAsync(Store, 0);
        await BackUpAsync();
        var whole = await System.IO.File.ReadAllBytesAsync(File, Token);
        await using var restored = empty.Open();

        foreach (var length in new[] { 0, 10, whole.Length / 2, whole.Length - 1 })
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..length], Token);
            (await Should.ThrowAsync<BackupException>(() => RestoreAsync(restored))).Message.ShouldContain("cut short");
        }

        foreach (var entry in Entries(whole).Where(entry => entry.Length > 0 && entry.Name != "header.json"))
        {
            await System.IO.File.WriteAllBytesAsync(File, whole, Token);
            await ChangeAsync(entry.FullName);
            (await Should.ThrowAsync<BackupException>(() => RestoreAsync(restored), entry.FullName)).Message.ShouldStartWith("The backup was changed");
        }

        await System.IO.File.WriteAllBytesAsync(File, whole, Token);
        await RestoreAsync(restored);
        (await NumberAsync("SELECT count(*) FROM facts")).ShouldBe(Page);
    }

    [Fact]
    public async Task Other_keys_and_a_schema_of_later_are_refused_with_what_to_do()
    {
        await BackUpAsync();
        await using var restored = empty.Open();
        var others = new BackupKeys("seal/s2", new Dictionary<string, byte[]> { ["seal/s2"] = SHA256.HashData("x"u8), ["pseudonym/p1"] = SHA256.HashData("y"u8) });
        (await Should.ThrowAsync<BackupException>(() => RestoreAsync(restored, others))).Message.ShouldContain("Not configured here: seal/s1. Another key under the same name: pseudonym/p1. Put back the keys of then");

        System.IO.File.Delete(File);
        await Database.RowsAsync("INSERT INTO schema_version (version, applied_at) VALUES (9999, 0)");
        await BackUpAsync();
        (await Should.ThrowAsync<BackupException>(() => RestoreAsync(restored))).Message.ShouldContain("schema version 9999");
    }

    [Fact]
    public async Task It_holds_no_key()
    {
        await AppendPageAsync(Store, 0);
        await BackUpAsync();

        foreach (var entry in Entries(await System.IO.File.ReadAllBytesAsync(File, Token)))
        {
            foreach (var key in new[] { SHA256.HashData("one"u8), SHA256.HashData("vault"u8) })
            {
                entry.Content.AsSpan().IndexOf(key).ShouldBe(-1);
                System.Text.Encoding.Latin1.GetString(entry.Content).ShouldNotContain(Convert.ToBase64String(key));
            }
        }
    }

    private static BackupKeys KeysOf(string secret) =>
        new("seal/s1", new Dictionary<string, byte[]> { ["seal/s1"] = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)), ["pseudonym/p1"] = SHA256.HashData("p"u8) });

    private static Task AppendPageAsync(IHubStore store, int page) => store.Journal.AppendAsync(
        Some.Page([.. Enumerable.Range(page * Page, Page).Select(i => Some.Record($"r{i}", Some.Ended($"citizen {i}", name: "who she is")))]), Token);

    private static List<(string FullName, string Name, long Length, byte[] Content)> Entries(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return (entry.FullName, entry.Name, entry.Length, content.ToArray());
        })];
    }

    /// <summary>Another byte in the middle of one entry, in a zip file that is right in itself.</summary>
    private async Task ChangeAsync(string entry)
    {
        await using var file = new FileStream(File, FileMode.Open);
        using var zip = new ZipArchive(file, ZipArchiveMode.Update);
        await using var stream = zip.GetEntry(entry)!.Open();
        stream.Position = stream.Length / 2;
        var was = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)(was ^ 1));
    }

    private async Task BackUpAsync(Action<BackupProgress>? progress = null)
    {
        await using var stream = new FileStream(File, FileMode.CreateNew);
        await Store.Backups.WriteAsync(stream, Mine, new Dictionary<string, string>(), File + ".copy", progress ?? (_ => { }), Token);
        System.IO.File.Exists(File + ".copy").ShouldBeFalse();
    }

    private async Task<RestoredStore> RestoreAsync(IHubStore store, BackupKeys? keys = null)
    {
        await using var stream = System.IO.File.OpenRead(File);
        return await store.Backups.RestoreAsync(stream, keys ?? Mine, new Dictionary<string, string>(), "administrator:an", _ => { }, Token);
    }

    private async Task<long> NumberAsync(string sql) => long.Parse((await empty.RowsAsync(sql))[0], System.Globalization.CultureInfo.InvariantCulture);
}
