using IntegrationHub.Files;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Adapters.Ziekenfonds.Files;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

public sealed class FolderTests
{
    private static readonly DateTime Old = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_file_is_read_once_whatever_its_name_and_age()
    {
        using var delivery = new Delivering();
        delivery.Put("m.xml", One("M1"));
        var checkpoint = (await delivery.PullAsync()).ShouldHaveSingleItem().Checkpoint;
        delivery.Put("z.xml", One("Z1"));
        File.SetLastWriteTimeUtc(delivery.Put("a.xml", One("A1")), Old);

        var second = await delivery.PullAsync(checkpoint);

        second.SelectMany(page => page.Records).Select(record => record.Id).ShouldBe(["incapacity:A1", "incapacity:Z1"]);
        (await delivery.PullAsync(second[^1].Checkpoint)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_written_anew_is_read_again()
    {
        using var delivery = new Delivering();
        delivery.Put("m.xml", One("M1"));
        var checkpoint = (await delivery.PullAsync()).ShouldHaveSingleItem().Checkpoint;
        delivery.Put("m.xml", One("M2"));

        (await delivery.RecordsAsync(checkpoint)).ShouldHaveSingleItem().Id.ShouldBe("incapacity:M2");
    }

    [Fact]
    public async Task Other_files_and_those_of_a_program_that_writes_are_left_alone()
    {
        using var delivery = new Delivering();
        delivery.Put("leesmij.txt", "x");
        delivery.Put(".m.xml", One("M1"));
        delivery.Put("~m.xml", One("M2"));

        (await delivery.PullAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void A_checkpoint_stays_within_64_kB_in_a_folder_that_is_never_cleared_and_nothing_is_read_twice_or_never()
    {
        var folder = Enumerable.Range(0, 3_000).Select(n => new FolderFile($"/in/{n}.xml", 10, Old.AddMinutes(n).Ticks, "")).ToList();
        var read = new ReadFiles();
        foreach (var file in folder)
        {
            read.IsDone(file).ShouldBeFalse();

            // As in the folder: files come in one by one, and the newest hundred is there before they are read.
            read = read.WithDone(file, [.. folder.TakeWhile(other => other.Modified <= file.Modified + TimeSpan.FromMinutes(100).Ticks)]);
            if (read.Done.Count % 400 == 0)
                read = ReadFilesJson.Read(ReadFilesJson.Write(read));
        }

        folder.TrueForAll(read.IsDone).ShouldBeTrue();
        ReadFilesJson.Write(read).Value.Length.ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public void In_a_full_folder_a_file_that_is_still_to_be_read_is_never_counted_as_read()
    {
        var folder = Enumerable.Range(0, ReadFiles.Remembered + 10).Select(n => new FolderFile($"/in/{n}.xml", 10, Old.AddMinutes(n).Ticks, "")).ToList();
        var read = folder.Skip(5).Aggregate(new ReadFiles(), (before, file) => before.WithDone(file, folder));

        folder.Take(5).ShouldAllBe(file => !read.IsDone(file));
    }

    [Fact]
    public void In_a_full_folder_a_file_that_comes_late_under_an_old_date_is_read()
    {
        var (folder, read) = Full();
        var late = new FolderFile("/in/late.xml", 10, Old.AddMinutes(7).Ticks, "");

        read.For(folder).ShouldBe(read);
        read.IsDone(late).ShouldBeTrue("it is below the floor");
        read.For([late, .. folder]).IsDone(late).ShouldBeFalse();
    }

    [Fact]
    public void A_full_folder_that_is_cleared_is_not_read_anew_and_a_late_file_after_that_is_read()
    {
        var (folder, read) = Full();
        var late = new FolderFile("/in/late.xml", 10, Old.AddMinutes(7).Ticks, "");
        var kept = folder.Skip(200).ToList();

        var cleared = read.For(kept);

        kept.TrueForAll(cleared.IsDone).ShouldBeTrue();
        cleared.For([late, .. kept]).IsDone(late).ShouldBeFalse();
        cleared.For([late, .. kept.Skip(1)]).IsDone(late).ShouldBeFalse("as many files as before, and others");
    }

    [Fact]
    public void In_a_full_folder_other_options_read_every_file_anew()
    {
        var (folder, read) = Full();
        var other = folder.ConvertAll(file => new FolderFile(file.Path, file.Size, file.Modified, "other"));

        var again = read.For(other);

        other.ShouldAllBe(file => !again.IsDone(file));
    }

    [Fact]
    public async Task A_young_file_is_looked_at_twice_and_one_that_is_being_written_waits()
    {
        var time = new WaitingTime();
        using var delivery = new Delivering(new Dictionary<string, string?> { ["settleSeconds"] = "2" }, time: time);
        delivery.Put("ready.xml", One("A1"));
        delivery.Put("busy.xml", One("A2"));
        time.OnWait = () => delivery.Put("busy.xml", One("A3"));

        (await delivery.RecordsAsync()).ShouldHaveSingleItem().Id.ShouldBe("incapacity:A1");
        time.Waits.ShouldBe([TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task The_check_names_what_a_first_run_reads_and_a_missing_folder()
    {
        using var delivery = new Delivering();
        using var missing = Delivering.With(("folder", "/no/such/folder"));
        var empty = await delivery.Check.CheckAsync(TestContext.Current.CancellationToken);
        delivery.Put("a.xml", "<a/>");

        var found = await delivery.Check.CheckAsync(TestContext.Current.CancellationToken);
        var nowhere = await missing.Check.CheckAsync(TestContext.Current.CancellationToken);

        empty.ShouldBe(new CheckResult(true, $"{delivery.Folder} can be read and holds no file of ours yet."));
        found.ShouldBe(new CheckResult(true, $"{delivery.Folder}: a first run reads a.xml (4 bytes)."));
        nowhere.ShouldBe(new CheckResult(false, "/no/such/folder cannot be read (DirectoryNotFoundException). Check the option folder, and that the hub's user may read the folder and its files."));
    }

    private static string One(string number) => Xml.File(Xml.Incapacity(identification: Xml.Identification(number)));

    /// <summary>A clock on which every wait is over at once, after something happened.</summary>
    private sealed class WaitingTime : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public Action OnWait { get; set; } = () => { };

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            OnWait();
            return base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
        }
    }

    private static (List<FolderFile> Folder, ReadFiles Read) Full()
    {
        var folder = Enumerable.Range(0, ReadFiles.Remembered + 10).Select(n => new FolderFile($"/in/{n}.xml", 10, Old.AddMinutes(n).Ticks, "")).ToList();
        return (folder, ReadFilesJson.Read(ReadFilesJson.Write(folder.Aggregate(new ReadFiles(), (before, file) => before.WithDone(file, folder)))));
    }
}
