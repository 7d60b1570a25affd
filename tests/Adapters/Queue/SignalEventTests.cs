using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Queue.Tests;

public sealed class SignalEventTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_full_signal_is_the_sample_of_the_readme()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sample", "signal.json")));

        JsonNode.DeepEquals(Read(Signals.Full()), sample).ShouldBeTrue(Read(Signals.Full()).ToJsonString());
    }

    [Fact]
    public void What_the_gate_left_empty_is_not_there() => Read(Signals.Bare())["data"]!.AsObject().Select(field => field.Key)
        .ShouldBe(["signalId", "momentCode", "title", "text", "recipient", "citizen", "legalBasis"]);

    [Fact]
    public void A_withdrawal_says_so_and_names_its_signal()
    {
        var withdrawal = Read(Signals.Full() with { Kind = SignalKind.Withdrawn, DeliveryId = Guid.NewGuid() });

        withdrawal["type"]!.GetValue<string>().ShouldBe("be.integrationhub.partner-signal-withdrawn.v1");
        withdrawal["subject"]!.GetValue<Guid>().ShouldBe(Signals.Full().SignalId);
    }

    [Fact]
    public void An_update_has_a_type_of_its_own_and_the_same_subject()
    {
        var update = Read(Signals.Full() with { Kind = SignalKind.Updated, DeliveryId = Guid.NewGuid() });

        update["type"]!.GetValue<string>().ShouldBe("be.integrationhub.partner-signal-updated.v1");
        update["subject"]!.GetValue<Guid>().ShouldBe(Signals.Full().SignalId);
    }

    [Fact]
    public void A_withdrawal_after_the_authorisation_lapsed_still_says_that_its_ground_is_empty() =>
        Read(Signals.Bare() with { Kind = SignalKind.Withdrawn, LegalBasis = "" })["data"]!["legalBasis"]!.GetValue<string>().ShouldBe("");

    [Fact]
    public void The_time_of_the_attempt_stands_in_when_the_host_does_not_say_when_it_decided() =>
        Read(Signals.Bare())["time"]!.GetValue<string>().ShouldBe("2026-11-20T09:30:00Z");

    private static JsonNode Read(SignalReady signal) => JsonNode.Parse(Encoding.UTF8.GetString(SignalEvent.Write(signal, Now)))!;
}
