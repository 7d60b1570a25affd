using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>Each property of a destination, and one that lacks it.</summary>
public sealed class DestinationMistakes
{
    public static TheoryData<string, Func<RefusingDestinationConformance, Task>, string> Mistakes => new()
    {
        { "drops-signals", kit => kit.Every_signal_becomes_an_item(), "The tool shows 0 items after 1 signals were delivered" },
        { "makes-two", kit => kit.The_same_signal_twice_makes_one_item(), "shows 2 items after one signal was delivered twice" },
        { "forgets-on-restart", kit => kit.The_same_signal_twice_makes_one_item(), "by a hub that was restarted" },
        { "outage-refuses", kit => kit.An_outage_is_thrown_and_not_a_refusal(), "A tool that is away counts as a refusal" },
        { "outage-is-final", kit => kit.An_outage_is_thrown_and_not_a_refusal(), "A tool that is away counts as a permanent failure" },
        { "outage-delivers", kit => kit.An_outage_is_thrown_and_not_a_refusal(), "counts as delivered while the tool is away" },
        { "refusal-throws", kit => kit.A_refusal_is_a_result_and_not_an_outage(), "A refusal by the tool is thrown as System.IO.IOException" },
        { "refusal-delivers", kit => kit.A_refusal_is_a_result_and_not_an_outage(), "A signal that the tool refused counts as delivered" },
        { "ignores-cancellation", kit => kit.It_stops_within_five_seconds_when_cancelled(), "A delivery was cancelled and goes on after 5 seconds" },
        { "check-never-sees", kit => kit.The_connection_check_sees_the_tool(), "cannot be reached" },
        { "check-says-fine", kit => kit.The_connection_check_fails_cleanly_when_the_tool_is_away(), "though it is away" },
        { "logs-the-line", kit => kit.The_marked_citizen_shows_nowhere(), "A log line shows her INSZ" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task The_kit_catches(string fault, Func<RefusingDestinationConformance, Task> test, string said) =>
        (await Caught.ByAsync<RefusingDestinationConformance>(new Subject(fault), test)).ShouldContain(said, Case.Sensitive);

    private sealed class Subject(string fault) : RefusingDestinationConformance(PluginOnRequest.Folder)
    {
        protected override Task<RefusingTool> StartRefusingToolAsync() => Task.FromResult<RefusingTool>(new LetterBox(fault));
    }
}
