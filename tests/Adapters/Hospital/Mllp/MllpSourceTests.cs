using System.Text;
using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Tests.Mllp;

public class MllpSourceTests
{
    private readonly Support.Hospital hospital = new();

    [Fact]
    public async Task An_accepted_message_is_acknowledged_in_the_senders_terms()
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using var sender = await server.ConnectAsync();
        var ack = (await sender.AskAsync(new Adt("A03") { ControlId = "Z9", Charset = "UNICODE UTF-8" }.ToString())).ShouldNotBeNull();
        (ack.Code, ack.ControlId).ShouldBe(("AA", "Z9"));
        string[] header = [.. new[] { 3, 4, 5, 6, 9, 11, 12, 18 }.Select(field => ack.Field("MSH", field))];
        header.ShouldBe(["HUB", "GBO", "ZIS", "AZ", "ACK^A03^ACK", "P", "2.5.1", "UNICODE UTF-8"]);
        hospital.Journal.Facts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_sent_again_is_acknowledged_again_and_stored_once()
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using var sender = await server.ConnectAsync();
        for (var i = 0; i < 3; i++)
            (await sender.AskAsync(new Adt("A03").ToString()))!.Code.ShouldBe("AA");
        hospital.Journal.Facts.Count.ShouldBe(1);
        hospital.Journal.Seen.Count(seen => seen.Outcome.Kind == RecordOutcomeKind.Duplicate).ShouldBe(2);
    }

    [Theory]
    [InlineData("2.5.1", "PID^1^3")]
    [InlineData("2.3", "")]
    public async Task A_quarantined_message_is_answered_AE_with_the_field_and_nothing_personal(string version, string place)
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using var sender = await server.ConnectAsync();
        var ack = (await sender.AskAsync(new Adt("A03") { Version = version, Pid3 = "52611410129^^^RRN^NNBEL" }.ToString())).ShouldNotBeNull();
        ack.Code.ShouldBe("AE");
        ack.Field("MSA", 3).ShouldStartWith("PID-3:NNBEL");
        ack.Field("ERR", 2).ShouldBe(place);
        (version == "2.3" ? ack.Field("ERR", 1) : ack.Field("ERR", 3)).ShouldContain("102");
        ack.Text.ShouldNotContain("52611410129");
        ack.Text.ShouldNotContain("Vermeulen");
        hospital.Journal.Quarantined.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("ORU", "R01", "2.5", "200")]
    [InlineData("ADT", "", "2.5", "201")]
    [InlineData("ADT", "A01", "3.0", "203")]
    public async Task What_is_not_for_us_is_answered_AR_and_the_connection_goes_on(string type, string name, string version, string code)
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using var sender = await server.ConnectAsync();
        var ack = (await sender.AskAsync(new Adt(name) { Type = type, Version = version }.ToString())).ShouldNotBeNull();
        (ack.Code, ack.ControlId).ShouldBe(("AR", "MSG1"));
        ack.Text.ShouldContain(code);
        (await sender.AskAsync("hello"))!.Code.ShouldBe("AR");
        (await sender.AskAsync(new Adt("A08").ToString()))!.Code.ShouldBe("AA");
    }

    [Fact]
    public async Task A_hub_that_has_too_much_to_do_acknowledges_nothing_and_keeps_the_sender_waiting()
    {
        await using var server = await MllpServer.StartAsync(hospital);
        var pace = TimeSpan.FromMilliseconds(300);
        hospital.Journal.Failure = new RetryLaterException(pace, "Too much to do.");
        using (var sender = await server.ConnectAsync())
        {
            var began = TimeProvider.System.GetTimestamp();
            (await sender.AskAsync(new Adt("A03").ToString())).ShouldBeNull();
            TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(pace - TimeSpan.FromMilliseconds(20));
        }

        hospital.Journal.Failure = null;
        using var again = await server.ConnectAsync();
        (await again.AskAsync(new Adt("A03").ToString()))!.Code.ShouldBe("AA");
        hospital.Journal.Facts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_hub_cannot_store_there_is_no_answer_and_the_sender_sends_again()
    {
        await using var server = await MllpServer.StartAsync(hospital);
        hospital.Journal.Failure = new IOException("disk full");
        using (var sender = await server.ConnectAsync())
            (await sender.AskAsync(new Adt("A03").ToString())).ShouldBeNull();
        hospital.Journal.Failure = null;
        using var again = await server.ConnectAsync();
        (await again.AskAsync(new Adt("A03").ToString()))!.Code.ShouldBe("AA");
    }

    [Fact]
    public async Task A_message_may_come_byte_by_byte()
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using var sender = await server.ConnectAsync();
        foreach (var b in MllpServer.Framed(new Adt("A01").ToString()))
            await sender.SendAsync([b]);
        (await sender.ReadAsync())!.Code.ShouldBe("AA");
    }

    [Fact]
    public async Task Many_messages_in_one_packet_are_answered_in_order()
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using var sender = await server.ConnectAsync();
        await sender.SendAsync([.. Enumerable.Range(1, 50).SelectMany(i => MllpServer.Framed(new Adt("A01") { ControlId = $"M{i}", Visit = $"V{i}" }.ToString()))]);
        for (var i = 1; i <= 50; i++)
            (await sender.ReadAsync())!.ControlId.ShouldBe($"M{i}");
        hospital.Journal.Facts.Count.ShouldBe(50);
    }

    [Fact]
    public async Task Two_senders_interleave_without_mixing()
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using var one = await server.ConnectAsync();
        using var two = await server.ConnectAsync();
        var first = MllpServer.Framed(new Adt("A01") { ControlId = "ONE", Visit = "V1" }.ToString());
        var second = MllpServer.Framed(new Adt("A01") { ControlId = "TWO", Visit = "V2", Pid3 = $"{Adt.OtherCitizen}^^^RRN^NNBEL" }.ToString());
        for (var i = 0; i < Math.Max(first.Length, second.Length); i += 40)
        {
            await one.SendAsync([.. first.Skip(i).Take(40)]);
            await two.SendAsync([.. second.Skip(i).Take(40)]);
        }

        (await two.ReadAsync())!.ControlId.ShouldBe("TWO");
        (await one.ReadAsync())!.ControlId.ShouldBe("ONE");
        hospital.Journal.Seen.Select(seen => hospital.Normaliser.Normalise(seen.Record).Facts.Single().Citizen.Digits).Order().ShouldBe([Adt.Citizen, Adt.OtherCitizen]);
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_loses_nothing_that_was_acknowledged()
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using (var sender = await server.ConnectAsync())
        {
            (await sender.AskAsync(new Adt("A01") { Visit = "V1" }.ToString()))!.Code.ShouldBe("AA");
            await sender.SendAsync([.. MllpServer.Framed(new Adt("A01") { Visit = "V2" }.ToString()).Take(200)]);
        }

        using var next = await server.ConnectAsync();
        (await next.AskAsync(new Adt("A01") { Visit = "V3" }.ToString()))!.Code.ShouldBe("AA");
        hospital.Journal.Seen.Select(seen => seen.Record.Id).ShouldBe(["V1/admission", "V3/admission"]);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_with_its_size_and_the_next_is_read()
    {
        await using var server = await MllpServer.StartAsync(hospital, maxRecordBytes: 2000);
        using var sender = await server.ConnectAsync();
        var ack = (await sender.AskAsync(new Adt("A03") { ControlId = "BIG" } + new string('x', 5000))).ShouldNotBeNull();
        (ack.Code, ack.ControlId).ShouldBe(("AR", "BIG"));
        ack.Field("MSA", 3).ShouldContain("at most 2000 bytes, found 5");
        (await sender.AskAsync(new Adt("A03").ToString()))!.Code.ShouldBe("AA");
        hospital.Journal.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_at_once()
    {
        await using var server = await MllpServer.StartAsync(hospital, new() { MaxConnections = 1 });
        using var first = await server.ConnectAsync();
        (await first.AskAsync(new Adt("A08").ToString()))!.Code.ShouldBe("AA");
        using var second = await server.ConnectAsync();
        (await second.ReadAsync()).ShouldBeNull();
        (await first.AskAsync(new Adt("A08").ToString()))!.Code.ShouldBe("AA");
    }

    [Fact]
    public async Task A_silent_or_unfinished_sender_is_closed()
    {
        await using var server = await MllpServer.StartAsync(hospital, new() { IdleTimeout = TimeSpan.FromMilliseconds(200), MessageTimeout = TimeSpan.FromMilliseconds(200) });
        using var silent = await server.ConnectAsync();
        using var unfinished = await server.ConnectAsync();
        await unfinished.SendAsync([0x0B, (byte)'M']);
        (await silent.ReadAsync()).ShouldBeNull();
        (await unfinished.ReadAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Bytes_that_are_not_MLLP_end_their_connection_only()
    {
        await using var server = await MllpServer.StartAsync(hospital);
        using var web = await server.ConnectAsync();
        await web.SendAsync(Encoding.Latin1.GetBytes(new string('G', 70_000)));
        (await web.ReadAsync()).ShouldBeNull();
        using var sender = await server.ConnectAsync();
        (await sender.AskAsync(new Adt("A03").ToString()))!.Code.ShouldBe("AA");
    }

    [Fact]
    public async Task It_stops_soon_with_senders_connected()
    {
        var server = await MllpServer.StartAsync(hospital);
        using var sender = await server.ConnectAsync();
        (await sender.AskAsync(new Adt("A08").ToString()))!.Code.ShouldBe("AA");
        await server.DisposeAsync();
        (await sender.ReadAsync()).ShouldBeNull();
    }
}
