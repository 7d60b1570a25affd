using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Simulators.Inbox;
using Microsoft.AspNetCore.Builder;

namespace IntegrationHub.Adapters.Webhook.Tests;

/// <summary>The destination against a receiver that verifies as the standard asks and shares no code with it.</summary>
public sealed class WebhookToInboxTests
{
    [Fact]
    public async Task A_signal_arrives_once_with_all_that_the_gate_let_through()
    {
        await using var inbox = await StartInboxAsync();
        using var destination = new Destination(inbox.Urls.Single());

        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();

        var contents = await ContentsAsync(inbox);
        contents.GetProperty("received").GetInt64().ShouldBe(1);
        var line = contents.GetProperty("signals")[0];
        line.GetProperty("webhookId").GetString().ShouldBe("0d9c9a4e-3c1f-4a1e-8f57-1f3f3d5b8a10");
        line.GetProperty("signal").GetProperty("insz").GetString().ShouldBe("85673003360");
        line.GetProperty("signal").GetProperty("person").GetProperty("familyName").GetString().ShouldBe("De Smedt");
    }

    [Fact]
    public async Task The_same_delivery_twice_makes_one_item()
    {
        await using var inbox = await StartInboxAsync();
        using var destination = new Destination(inbox.Urls.Single());

        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();
        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();

        var contents = await ContentsAsync(inbox);
        contents.GetProperty("received").GetInt64().ShouldBe(1);
        contents.GetProperty("duplicates").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawal_finds_its_signal()
    {
        await using var inbox = await StartInboxAsync();
        using var destination = new Destination(inbox.Urls.Single());
        await destination.DeliverAsync(Signals.Full());

        await destination.DeliverAsync(Signals.Full() with { Kind = SignalKind.Withdrawn, DeliveryId = Guid.NewGuid(), DecidedAt = Signals.Full().DecidedAt!.Value.AddHours(1) });

        var contents = await ContentsAsync(inbox);
        contents.GetProperty("received").GetInt64().ShouldBe(1);
        contents.GetProperty("withdrawn").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawal_after_the_authorisation_lapsed_finds_its_signal_too()
    {
        await using var inbox = await StartInboxAsync();
        using var destination = new Destination(inbox.Urls.Single());
        await destination.DeliverAsync(Signals.Full());

        (await destination.DeliverAsync(Signals.Bare() with { Kind = SignalKind.Withdrawn, DeliveryId = Guid.NewGuid(), LegalBasis = "", DecidedAt = Signals.Full().DecidedAt!.Value.AddHours(1) })).IsDelivered.ShouldBeTrue();

        (await ContentsAsync(inbox)).GetProperty("withdrawn").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Another_secret_is_refused_and_needs_a_person()
    {
        await using var inbox = await StartInboxAsync();
        using var destination = new Destination(inbox.Urls.Single(), secrets: "env:OTHER");

        (await Should.ThrowAsync<PermanentFailureException>(() => destination.DeliverAsync(Signals.Full()))).Message.ShouldContain("status 401");

        (await ContentsAsync(inbox)).GetProperty("refused").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task During_a_rotation_the_receiver_may_have_either_secret()
    {
        await using var inbox = await StartInboxAsync();
        using var destination = new Destination(inbox.Urls.Single(), secrets: ["env:OTHER", "env:GOOD"]);

        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();
    }

    [Fact]
    public async Task A_slow_tool_within_the_time_is_delivered()
    {
        await using var inbox = await StartInboxAsync(options => options with { Delay = TimeSpan.FromMilliseconds(400) });
        using var destination = new Destination(inbox.Urls.Single(), timeoutSeconds: 5);

        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();
    }

    [Fact]
    public async Task A_tool_that_fails_first_takes_the_next_attempt()
    {
        await using var inbox = await StartInboxAsync(options => options with { Failure = InboxFailure.Parse("1") });
        using var destination = new Destination(inbox.Urls.Single());

        await Should.ThrowAsync<HttpRequestException>(() => destination.DeliverAsync(Signals.Full()));
        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();

        (await ContentsAsync(inbox)).GetProperty("received").GetInt64().ShouldBe(1);
    }

    private static Task<WebApplication> StartInboxAsync(Func<InboxSimulatorOptions, InboxSimulatorOptions>? change = null)
    {
        var options = new InboxSimulatorOptions { Urls = "http://127.0.0.1:0", Secret = FixedSecrets.Good };
        return InboxSimulator.StartAsync(change?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> ContentsAsync(WebApplication inbox)
    {
        using var client = new HttpClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(inbox.Urls.Single() + "/signals.json", TestContext.Current.CancellationToken));
        return json.RootElement.Clone();
    }
}
