using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>Each property of a pull source, and a source that lacks it.</summary>
public sealed class PullMistakes
{
    public static TheoryData<string, string, Func<PullConformance, Task>, string> Mistakes => new()
    {
        { "everything comes", "loses-the-last", kit => kit.Everything_comes_from_nothing(), "1 of 5 records were lost when the source was read from nothing; the first is 'A5'" },
        { "pages carry a checkpoint", "no-checkpoint", kit => kit.Everything_comes_from_nothing(), "carries no checkpoint" },
        { "resuming", "checkpoint-ahead", kit => kit.Resuming_after_every_checkpoint_loses_nothing(), "records were lost when the source was resumed after checkpoint 1 of 3; the first is 'A3'" },
        { "resuming within an export", "new-export-on-resume", kit => kit.Resuming_after_every_checkpoint_loses_nothing(), "were lost when the source was resumed after checkpoint 1" },
        { "killed", "deletes-what-it-read", kit => kit.A_run_killed_at_any_page_loses_nothing(), "DirectoryNotFoundException" },
        { "the intake fails for a moment", "remembers-position", kit => kit.Nothing_is_lost_while_the_intake_fails(IntakeFailure.Transient), "were lost when the source was read by an intake that fails (Transient, seed 1)" },
        { "the intake fails for good", "checkpoint-ahead", kit => kit.Nothing_is_lost_while_the_intake_fails(IntakeFailure.Permanent), "read by an intake that fails (Permanent" },
        { "the intake fails either way", "remembers-position", kit => kit.Nothing_is_lost_while_the_intake_fails(IntakeFailure.Mixed), "read by an intake that fails (Mixed" },
        { "ids are stable", "ids-by-chance", kit => kit.Everything_comes_from_nothing(), "records" },
        { "versions are stable", "versions-by-clock", kit => kit.Rereading_gives_the_same_ids_and_versions(), "5 records have another id or version" },
        { "a slow intake", "slow-intake", kit => kit.A_slow_intake_is_waited_for(), "were lost when the source was read by a slow intake" },
        { "cancelling", "ignores-cancellation", kit => kit.It_stops_within_five_seconds_when_cancelled(0), "A run was cancelled and goes on after 5 seconds" },
        { "the check sees", "check-never-sees", kit => kit.The_connection_check_sees_the_source(), "says that the fake system, which is there, cannot be reached" },
        { "there is a check", "no-check", kit => kit.The_connection_check_sees_the_source(), "registers no IConnectionCheck" },
        { "the check misses", "check-says-fine", kit => kit.The_connection_check_fails_cleanly_when_the_source_is_away(), "says that the system is reached, though it is away" },
        { "the check throws nothing", "check-throws", kit => kit.The_connection_check_fails_cleanly_when_the_source_is_away(), "The connection check throws System.IO.DirectoryNotFoundException" },
        { "the check has words of its own", "check-repeats", kit => kit.The_connection_check_fails_cleanly_when_the_source_is_away(), "repeats the message of an exception" },
        { "the check says something", "check-silent", kit => kit.The_connection_check_fails_cleanly_when_the_source_is_away(), "gives no detail" },
        { "the check ends", "check-hangs", kit => kit.The_connection_check_fails_cleanly_when_the_source_is_away(), "has no result after 15 seconds" },
        { "logs", "logs-the-line", kit => kit.The_marked_citizen_shows_nowhere(), "A log line shows her INSZ and family name" },
        { "checkpoints", "citizen-in-checkpoint", kit => kit.The_marked_citizen_shows_nowhere(), "A checkpoint shows her INSZ" },
        { "exceptions", "name-in-exception", kit => kit.The_marked_citizen_shows_nowhere(), "The message of IOException shows her family name" },
        { "facts", "name-in-the-clear", kit => kit.The_marked_citizen_shows_nowhere(), "The fact employment-ended, which travels in the clear, shows her family name" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task The_kit_catches(string property, string fault, Func<PullConformance, Task> test, string said) =>
        (await Caught.ByAsync<PullConformance>(new Subject(fault), test)).ShouldContain(said, Case.Sensitive, property);

    [Fact]
    public async Task The_kit_asks_for_a_fake_source_that_says_enough() =>
        (await Caught.ByAsync<PullConformance>(new Subject("none", lines: 1), kit => kit.Everything_comes_from_nothing())).ShouldContain("gives 1 pages with records: give it more");

    [Fact]
    public async Task The_kit_asks_for_a_record_about_the_marked_citizen() =>
        (await Caught.ByAsync<PullConformance>(new Subject("none", lines: 1), kit => kit.The_marked_citizen_shows_nowhere())).ShouldContain("says nothing about the marked citizen");

    private sealed class Subject(string fault, int lines = 5) : PullConformance(PluginOnRequest.Folder)
    {
        protected override Task<FakeSource> StartSourceAsync() => FolderSource.StartAsync(
            new Dictionary<string, string> { ["letters.txt"] = string.Join('\n', LetterTexts.Lines.Take(lines)) }, [.. LetterTexts.Ids.Take(lines)], LetterTexts.Options(fault), token: TestContext.Current.CancellationToken);
    }
}
