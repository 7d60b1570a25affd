using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>Each property of a push source, and a listener that lacks it.</summary>
public sealed class PushMistakes
{
    public static TheoryData<string, Func<PushConformance, Task>, string> Mistakes => new()
    {
        { "acknowledges-first", kit => kit.Nothing_is_acknowledged_before_the_journal_has_it(), "A message was acknowledged before it was given to the intake" },
        { "does-not-wait", kit => kit.Nothing_is_acknowledged_before_the_journal_has_it(), "acknowledged while the journal was still storing it" },
        { "acknowledges-failures", kit => kit.Nothing_is_acknowledged_before_the_journal_has_it(), "acknowledged though AcceptAsync threw" },
        { "acknowledges-failures", kit => kit.Nothing_acknowledged_is_lost_while_the_intake_fails(IntakeFailure.Transient), "acknowledged and are not in the journal, when they were taken by an intake that fails (Transient)" },
        { "acknowledges-failures", kit => kit.Nothing_acknowledged_is_lost_while_the_intake_fails(IntakeFailure.Permanent), "(Permanent)" },
        { "acknowledges-failures", kit => kit.Nothing_acknowledged_is_lost_while_the_intake_fails(IntakeFailure.Mixed), "(Mixed)" },
        { "never-answers", kit => kit.Every_message_is_stored_and_acknowledged(), "never acknowledged, though the journal stores" },
        { "stores-half", kit => kit.A_connection_cut_anywhere_loses_nothing_acknowledged(), "was stored as if it were whole" },
        { "waits-for-the-rest", kit => kit.A_connection_cut_anywhere_loses_nothing_acknowledged(), "never acknowledged, though the journal stores" },
        { "listens-for-ever", kit => kit.It_stops_within_five_seconds_and_can_start_again(false), "Listening was cancelled and goes on after 5 seconds" },
        { "keeps-the-port", kit => kit.It_stops_within_five_seconds_and_can_start_again(true), "never acknowledged, though the journal stores" },
        { "no-check", kit => kit.The_connection_check_sees_that_it_can_listen(), "registers no IConnectionCheck" },
        { "check-says-fine", kit => kit.The_connection_check_fails_cleanly_when_it_cannot(), "though it is away" },
        { "logs-the-line", kit => kit.The_marked_citizen_shows_nowhere(), "A log line shows her INSZ and family name" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task The_kit_catches(string fault, Func<PushConformance, Task> test, string said) =>
        (await Caught.ByAsync<PushConformance>(new Subject(fault), test)).ShouldContain(said, Case.Sensitive);

    private sealed class Subject(string fault) : PushConformance(PluginOnRequest.Folder)
    {
        protected override Task<FakeSender> StartSenderAsync() => Task.FromResult<FakeSender>(new LetterSender(fault));
    }
}
