namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class SettlingTests
{
    private const string Row = $"{Exporting.DossierHeader}\nD1;{Exporting.Insz};3/02/2026;\n";

    [Fact]
    public async Task A_young_file_is_looked_at_twice_and_read_when_it_stayed_as_it_was()
    {
        var time = new WaitingTime();
        using var export = new Exporting(new Dictionary<string, string?> { ["settleSeconds"] = "2" }, time: time);
        export.Put("dossiers.csv", Row);

        (await export.RecordsAsync()).ShouldHaveSingleItem();
        time.Waits.ShouldBe([TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task A_file_that_is_being_written_waits_for_the_next_run()
    {
        var time = new WaitingTime();
        using var export = new Exporting(new Dictionary<string, string?> { ["settleSeconds"] = "2" }, time: time);
        export.Put("dossiers.csv", Row);
        time.OnWait = () => export.Put("dossiers.csv", Row + Row);

        (await export.PullAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_left_alone_long_enough_is_read_at_once()
    {
        var time = new WaitingTime();
        using var export = new Exporting(new Dictionary<string, string?> { ["settleSeconds"] = "2" }, time: time);
        File.SetLastWriteTimeUtc(export.Put("dossiers.csv", Row), DateTime.UtcNow.AddMinutes(-1));

        (await export.RecordsAsync()).ShouldHaveSingleItem();
        time.Waits.ShouldBeEmpty();
    }

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
}
