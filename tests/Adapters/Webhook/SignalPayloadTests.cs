using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Webhook.Tests;

public sealed class SignalPayloadTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_full_signal_is_the_sample_of_the_readme()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sample", "signal.issued.json")));

        JsonNode.DeepEquals(Read(Signals.Full()), sample).ShouldBeTrue(Read(Signals.Full()).ToJsonString());
    }

    [Fact]
    public void What_the_gate_left_empty_is_not_there()
    {
        var data = Read(Signals.Bare())["data"]!.AsObject();

        data.Select(field => field.Key).ShouldBe(["signalId", "momentCode", "title", "text", "recipient", "citizen", "legalBasis"]);
    }

    [Fact]
    public void A_person_of_whom_nothing_is_named_is_not_there() =>
        Read(Signals.Full() with { Person = new PersonDetails { Remark = "" } })["data"]!["person"].ShouldBeNull();

    [Fact]
    public void A_withdrawal_says_so() => Read(Signals.Full() with { Kind = SignalKind.Withdrawn })["type"]!.GetValue<string>().ShouldBe("signal.withdrawn");

    [Fact]
    public void An_update_of_the_same_signal_says_so_and_carries_all_of_it()
    {
        var update = Read(Signals.Full() with { Kind = SignalKind.Updated, DeliveryId = Guid.NewGuid(), Priority = SignalPriority.Urgent });

        update["type"]!.GetValue<string>().ShouldBe("signal.updated");
        update["data"]!["signalId"]!.GetValue<Guid>().ShouldBe(Signals.Full().SignalId);
        update["data"]!["priority"]!.GetValue<string>().ShouldBe("urgent");
        update["data"]!["moments"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void A_withdrawal_after_the_authorisation_lapsed_still_says_that_its_ground_is_empty() =>
        Read(Signals.Bare() with { Kind = SignalKind.Withdrawn, LegalBasis = "" })["data"]!["legalBasis"]!.GetValue<string>().ShouldBe("");

    [Fact]
    public void The_time_of_the_attempt_stands_in_when_the_host_does_not_say_when_it_decided() =>
        Read(Signals.Bare())["timestamp"]!.GetValue<string>().ShouldBe("2026-11-20T09:30:00Z");

    [Fact]
    public void Letters_with_accents_stay_readable_and_tags_do_not()
    {
        var text = Encoding.UTF8.GetString(SignalPayload.Write(Signals.Full() with { Person = new PersonDetails { FamilyName = "Noël</script>" } }, Now));

        text.ShouldContain("Noël");
        text.ShouldNotContain("</script>");
    }

    private static JsonNode Read(SignalReady signal) => JsonSerializer.Deserialize<JsonNode>(SignalPayload.Write(signal, Now))!;
}
