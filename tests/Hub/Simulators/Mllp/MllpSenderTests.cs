using IntegrationHub.Simulators.Mllp;

namespace IntegrationHub.Simulators.Tests.Mllp;

public sealed class MllpSenderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mllp-send").FullName;
    private readonly MllpSender sender = new(TimeProvider.System);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string FileOf(string name, params string[] controlIds)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, string.Concat(controlIds.Select(id => $"MSH|^~\\&|ZIS|AZ|HUB|GBO|20261116110000||ADT^A03|{id}|P|2.5\nPID|1||{id}\n\n")));
        return path;
    }

    private Task<MllpSendResult> SendAsync(ScriptedReceiver receiver, MllpSendOptions options, params string[] files) =>
        sender.SendAsync(files, "127.0.0.1", receiver.Port, options, token: TestContext.Current.CancellationToken);

    [Fact]
    public async Task Every_message_of_every_file_is_sent_and_its_answer_told()
    {
        await using var receiver = new ScriptedReceiver(id => $"MSA|AA|{id}");
        var told = new List<string>();
        var result = await sender.SendAsync(
            [FileOf("a.hl7", "A1", "A2"), FileOf("b.hl7", "B1")], "127.0.0.1", receiver.Port, answered: answer => told.Add(answer.ToString()), token: TestContext.Current.CancellationToken);
        result.IsSuccess.ShouldBeTrue();
        result.Answers.Select(answer => answer.ControlId).ShouldBe(["A1", "A2", "B1"]);
        told.ShouldBe(["A1 ADT^A03: AA", "A2 ADT^A03: AA", "B1 ADT^A03: AA"]);
        receiver.Received.ShouldAllBe(message => message.EndsWith('\r') && !message.Contains('\n'));
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_text()
    {
        await using var receiver = new ScriptedReceiver(id => id == "A2" ? $"MSA|AE|{id}|PID-3: expected an INSZ" : $"MSA|AA|{id}");
        var result = await SendAsync(receiver, new(), FileOf("a.hl7", "A1", "A2", "A3"));
        (result.IsSuccess, result.Accepted).ShouldBe((false, 2));
        (result.Answers[1].Code, result.Answers[1].Text).ShouldBe(("AE", "PID-3: expected an INSZ"));
    }

    [Fact]
    public async Task A_receiver_that_closes_without_an_answer_is_told_and_the_next_message_gets_a_new_connection()
    {
        await using var receiver = new ScriptedReceiver(id => id == "A1" ? null : $"MSA|AA|{id}");
        var result = await SendAsync(receiver, new(), FileOf("a.hl7", "A1", "A2"));
        result.Answers[0].Code.ShouldBeNull();
        result.Answers[0].Text.ShouldNotBeNull().ShouldContain("without an acknowledgement");
        result.Answers[1].IsAccepted.ShouldBeTrue();
        receiver.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_about_another_message_is_no_answer()
    {
        await using var receiver = new ScriptedReceiver(_ => "MSA|AA|OTHER");
        (await SendAsync(receiver, new(), FileOf("a.hl7", "A1"))).Answers.Single().IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_receiver_that_says_nothing_is_waited_for_so_long_and_no_longer()
    {
        await using var receiver = new ScriptedReceiver(_ => "");
        var result = await SendAsync(receiver, new() { AnswerTimeout = TimeSpan.FromMilliseconds(200) }, FileOf("a.hl7", "A1"));
        result.Answers.Single().Text.ShouldBe("no acknowledgement within 0.2 seconds");
    }

    [Fact]
    public async Task Packets_and_connections_can_be_set()
    {
        await using var receiver = new ScriptedReceiver(id => $"MSA|AA|{id}");
        var ids = Enumerable.Range(1, 9).Select(number => $"M{number}").ToArray();
        var result = await SendAsync(receiver, new() { Connections = 3, PacketBytes = 7 }, FileOf("a.hl7", ids));
        result.IsSuccess.ShouldBeTrue();
        result.Answers.Select(answer => answer.ControlId).ShouldBe(ids);
        receiver.Connections.ShouldBe(3);
    }

    [Fact]
    public async Task A_receiver_that_is_away_is_an_answer_and_no_exception()
    {
        int port;
        await using (var receiver = new ScriptedReceiver(_ => ""))
            port = receiver.Port;
        var result = await sender.SendAsync([FileOf("a.hl7", "A1")], "127.0.0.1", port, token: TestContext.Current.CancellationToken);
        result.IsSuccess.ShouldBeFalse();
        result.Answers.Single().Text.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Nothing_to_send_is_no_success()
    {
        await using var receiver = new ScriptedReceiver(_ => "");
        (await SendAsync(receiver, new(), FileOf("empty.hl7"))).IsSuccess.ShouldBeFalse();
    }
}
