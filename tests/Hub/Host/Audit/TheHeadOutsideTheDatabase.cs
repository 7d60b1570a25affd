using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Audit;
using IntegrationHub.Storage.Audit;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Audit;

public sealed class TheHeadOutsideTheDatabase : IDisposable
{
    private static readonly DateTimeOffset Sealed = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("hub-head-").FullName;
    private readonly IAuditStore log = Substitute.For<IAuditStore>();
    private readonly List<string> errors = [];
    private readonly Dictionary<long, AuditHead> blocks = [];

    public TheHeadOutsideTheDatabase() => log.HeadsAsync(Arg.Any<long?>(), Arg.Any<CancellationToken>()).Returns(call =>
    {
        var known = blocks.GetValueOrDefault(call.ArgAt<long?>(0) ?? 0);
        return new AuditHeads(blocks.Values.MinBy(head => head.Block), known, blocks.Values.MaxBy(head => head.Block), null);
    });

    private AuditHeadFile File => new(Path.Combine(folder, "data", "audit.head"));

    [Fact]
    public async Task Follows_the_log_and_survives_a_kill_between_seal_and_copy()
    {
        await CopyAsync(Keeper());
        File.Read().ShouldBeNull();
        Blocks(1, 2);
        await CopyAsync(Keeper());
        File.Read().ShouldBe(blocks[2]);
        Blocks(3, 4, 5);

        await CopyAsync(Keeper());

        File.Read().ShouldBe(blocks[5]);
        errors.ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(folder, "data")).ShouldHaveSingleItem();
    }

    [Fact]
    public void That_cannot_be_put_in_its_place_leaves_nothing_beside_it()
    {
        Directory.CreateDirectory(File.Location);

        Should.Throw<Exception>(() => File.Write(new AuditHead(1, 1, Sealed, new string('a', 64))));

        Directory.GetFileSystemEntries(Path.Combine(folder, "data")).ShouldBe([File.Location]);
    }

    [Fact]
    public async Task Stays_when_the_log_was_cut_off_however_long_it_grows_again()
    {
        var keeper = Keeper();
        Blocks(1, 2, 3);
        await CopyAsync(keeper);
        var kept = blocks[3];
        blocks.Remove(3);
        await CopyAsync(keeper);
        errors.ShouldHaveSingleItem().ShouldContain("cut off");
        keeper.Problem.ShouldBe(errors[0]["The head of the audit log is not copied any more. ".Length..], "health tells it");
        Blocks(4);
        blocks[3] = kept with { Mac = new string('e', 64) };

        await CopyAsync(keeper);
        await CopyAsync(Keeper());

        File.Read().ShouldBe(kept);
        errors.Count.ShouldBe(3);
        errors[1].ShouldContain("written again");
    }

    [Fact]
    public async Task Is_made_again_by_who_knows_it_and_not_from_another_log()
    {
        var keeper = Keeper();
        Blocks(1, 2);
        await CopyAsync(keeper);
        System.IO.File.Delete(File.Location);
        await CopyAsync(keeper);
        File.Read().ShouldBe(blocks[2]);
        System.IO.File.Delete(File.Location);
        blocks[2] = blocks[2] with { Mac = new string('e', 64) };

        await CopyAsync(keeper);

        File.Read().ShouldBeNull();
        errors.ShouldHaveSingleItem().ShouldContain("written again");
    }

    [Fact]
    public async Task That_was_damaged_stays_for_a_person_to_see_and_is_kept_when_a_new_one_begins()
    {
        Blocks(1);
        await CopyAsync(Keeper());
        await System.IO.File.WriteAllTextAsync(File.Location, "{ \"block\": 1", TestContext.Current.CancellationToken);

        await CopyAsync(Keeper());

        errors.ShouldHaveSingleItem().ShouldContain("is not a head");
        Should.Throw<PermanentFailureException>(() => File.Read());
        var aside = File.SetAside(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        aside.ShouldBe(File.Location + ".20261122T080000000");
        await CopyAsync(Keeper());
        File.Read().ShouldBe(blocks[1]);
        System.IO.File.Exists(aside).ShouldBeTrue();
    }

    [Fact]
    public async Task Goes_on_when_what_it_knew_was_past_its_term()
    {
        Blocks(1);
        await CopyAsync(Keeper());
        blocks.Clear();
        Blocks(7, 8);

        await Keeper().CopyAsync(Sealed.AddSeconds(1), TestContext.Current.CancellationToken);

        File.Read().ShouldBe(blocks[8]);
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Stays_when_what_it_knew_is_gone_before_its_term_or_what_is_kept_begins_after_that(int microsecondsKept)
    {
        Blocks(1);
        await CopyAsync(Keeper());
        var kept = blocks[1];
        blocks.Clear();
        Blocks(7, 8);

        await Keeper().CopyAsync(Sealed.AddMicroseconds(microsecondsKept), TestContext.Current.CancellationToken);

        File.Read().ShouldBe(kept);
        errors.ShouldHaveSingleItem().ShouldContain("not past its term: the log begins after block 7");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task CopyAsync(AuditHeadKeeper keeper) => keeper.CopyAsync(Sealed, TestContext.Current.CancellationToken);

    private AuditHeadKeeper Keeper() => new(File, log, new Heard(errors));

    private void Blocks(params long[] numbers)
    {
        foreach (var number in numbers)
            blocks[number] = new AuditHead(number, number * 10, Sealed.AddMicroseconds(number), $"{number:x64}");
    }

    private sealed class Heard(List<string> errors) : ILogger<AuditHeadKeeper>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
                errors.Add(formatter(state, exception));
        }
    }
}
