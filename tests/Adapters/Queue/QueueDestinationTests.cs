using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Adapters.Queue.Tests;

/// <summary>Against a real RabbitMQ.</summary>
public sealed class QueueDestinationTests(RabbitMqFixture servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signal_waits_in_a_durable_quorum_queue_as_a_CloudEvent()
    {
        var (broker, name, queue) = await OneAsync();
        await using var destination = new Destination(broker.AmqpUri, name);

        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();

        var message = (await queue.TakeAsync()).ShouldHaveSingleItem();
        var properties = message.GetProperty("properties");
        properties.GetProperty("message_id").GetString().ShouldBe("0d9c9a4e-3c1f-4a1e-8f57-1f3f3d5b8a10");
        properties.GetProperty("content_type").GetString().ShouldBe("application/cloudevents+json");
        properties.GetProperty("type").GetString().ShouldBe("be.integrationhub.partner-signal-issued.v1");
        properties.GetProperty("delivery_mode").GetInt32().ShouldBe(2);
        properties.TryGetProperty("expiration", out _).ShouldBeFalse();
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "sample", "signal.json"), Token));
        JsonNode.DeepEquals(JsonNode.Parse(message.GetProperty("payload").GetString()!), sample).ShouldBeTrue(message.GetProperty("payload").GetString());
        var made = await queue.DescribeAsync();
        made.GetProperty("durable").GetBoolean().ShouldBeTrue();
        made.GetProperty("arguments").GetProperty("x-queue-type").GetString().ShouldBe("quorum");
    }

    [Fact]
    public async Task The_same_delivery_twice_has_one_message_id()
    {
        var (broker, name, queue) = await OneAsync();
        await using var destination = new Destination(broker.AmqpUri, name);

        await destination.DeliverAsync(Signals.Full());
        await destination.DeliverAsync(Signals.Full());

        (await queue.TakeAsync()).Select(message => message.GetProperty("properties").GetProperty("message_id").GetString()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_an_outage_that_says_what_to_do_and_ends_when_it_is_made()
    {
        var (broker, name, queue) = await OneAsync();
        await using var destination = new Destination(broker.AmqpUri, name, options => options.Declare = false);

        var outage = await Should.ThrowAsync<RetryLaterException>(() => destination.DeliverAsync(Signals.Full()));
        outage.Message.ShouldBe($"There is no queue '{name}' in this virtual host: ask its owner to make it, or set 'declare' to true.");
        (await destination.CheckAsync()).IsReachable.ShouldBeFalse();

        await queue.MakeAsync();
        (await destination.CheckAsync()).Detail.ShouldBe($"The queue '{name}' is there: 0 signals wait, 0 read it.");
        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();
        (await queue.TakeAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_queue_that_somebody_removed_is_made_again()
    {
        var (broker, name, queue) = await OneAsync();
        await using var destination = new Destination(broker.AmqpUri, name);
        await destination.DeliverAsync(Signals.Full());
        await queue.RemoveAsync();

        var outage = await Should.ThrowAsync<RetryLaterException>(() => destination.DeliverAsync(Signals.Full()));
        outage.Message.ShouldBe($"The queue '{name}' was removed: the next attempt makes it again. Ask its owner whether somebody reads it.");
        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();

        (await queue.TakeAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_full_queue_is_an_outage_and_not_a_refusal()
    {
        var (broker, name, queue) = await OneAsync();
        await queue.MakeAsync(new Dictionary<string, object> { ["x-max-length"] = 1, ["x-overflow"] = "reject-publish" });
        await using var destination = new Destination(broker.AmqpUri, name, options => options.Declare = false);
        await destination.DeliverAsync(Signals.Full());

        var outage = await Should.ThrowAsync<RetryLaterException>(() => destination.DeliverAsync(Signals.Full()));

        outage.Message.ShouldBe($"The queue '{name}' takes no more: its owner must read it, or widen its limit.");
    }

    [Fact]
    public async Task A_queue_with_other_properties_needs_a_person_and_stays_as_it_is()
    {
        var (broker, name, queue) = await OneAsync();
        await queue.MakeAsync();
        await using var destination = new Destination(broker.AmqpUri, name);

        (await Should.ThrowAsync<PermanentFailureException>(() => destination.DeliverAsync(Signals.Full()))).Message.ShouldContain("with other properties");
    }

    [Fact]
    public async Task A_wrong_password_needs_a_person_and_is_not_repeated()
    {
        var (broker, name, _) = await OneAsync();
        await using var destination = new Destination(new UriBuilder(broker.AmqpUri) { Password = "s3cret" }.Uri, name);

        var failure = await Should.ThrowAsync<PermanentFailureException>(() => destination.DeliverAsync(Signals.Full()));

        failure.Message.ShouldBe("The broker refuses the user or password behind 'env:QUEUE': ask its owner for the right ones.");
        (await destination.CheckAsync()).ShouldBe(new CheckResult(false, failure.Message));
    }

    [Fact]
    public async Task Another_virtual_host_or_a_missing_permission_needs_a_person()
    {
        var (broker, name, _) = await OneAsync();
        using var management = broker.CreateManagementClient();
        (await management.PutAsJsonAsync("api/users/weak", new { password = "weak", tags = "" }, Token)).EnsureSuccessStatusCode();
        (await management.PutAsJsonAsync("api/permissions/%2f/weak", new { configure = "^$", write = "^$", read = "^$" }, Token)).EnsureSuccessStatusCode();
        await using var elsewhere = new Destination(new Uri(broker.AmqpUri, "/nowhere"), name);
        await using var weak = new Destination(new UriBuilder(broker.AmqpUri) { UserName = "weak", Password = "weak" }.Uri, name, options => options.Declare = false);

        (await Should.ThrowAsync<PermanentFailureException>(() => elsewhere.DeliverAsync(Signals.Full()))).Message.ShouldContain("into the virtual host");
        (await Should.ThrowAsync<PermanentFailureException>(() => weak.DeliverAsync(Signals.Full()))).Message.ShouldContain("does not let this user fill the queue");
    }

    [Fact]
    public async Task What_nobody_took_in_time_is_thrown_away_by_the_broker_when_that_was_asked()
    {
        var (broker, name, queue) = await OneAsync();
        await using var destination = new Destination(broker.AmqpUri, name, options => options.ExpireAfterHours = 48);

        await destination.DeliverAsync(Signals.Full());

        (await queue.TakeAsync()).ShouldHaveSingleItem().GetProperty("properties").GetProperty("expiration").GetString().ShouldBe("172800000");
    }

    [Fact]
    public async Task Many_at_once_all_arrive()
    {
        var (broker, name, queue) = await OneAsync();
        await using var destination = new Destination(broker.AmqpUri, name);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => destination.DeliverAsync(Signals.Full() with { DeliveryId = Guid.NewGuid() })));

        (await queue.TakeAsync()).Select(Id).Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public async Task A_broker_that_stops_is_an_outage_and_one_that_comes_back_is_found_again()
    {
        await using var broker = await RabbitMqServer.StartAsync(Token);
        var name = PartnersQueue.NewName();
        await using var destination = new Destination(broker.AmqpUri, name);
        await destination.DeliverAsync(Signals.Full());

        await broker.KillAsync(Token);
        await Should.ThrowAsync<IOException>(() => destination.DeliverAsync(Signals.Full()));
        await broker.StartAgainAsync(Token);
        (await destination.DeliverAsync(Signals.Full() with { DeliveryId = Guid.NewGuid() })).IsDelivered.ShouldBeTrue();

        (await new PartnersQueue(broker, name).TakeAsync()).Select(Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_broker_that_falls_silent_is_given_up_in_time_and_found_again()
    {
        var (broker, name, queue) = await OneAsync();
        await using var line = new Line(broker.AmqpUri);
        await using var destination = new Destination(line.Address, name, options => options.TimeoutSeconds = 2);
        await destination.DeliverAsync(Signals.Full());

        line.IsSilent = true;
        (await Should.ThrowAsync<IOException>(() => destination.DeliverAsync(Signals.Full()))).InnerException.ShouldBeOfType<TimeoutException>();
        line.IsSilent = false;

        (await destination.DeliverAsync(Signals.Full())).IsDelivered.ShouldBeTrue();
        (await queue.TakeAsync()).Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Whoever_answers_and_is_no_broker_is_an_outage()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var destination = new Destination(new Uri($"amqp://hub:hub@{listener.LocalEndpoint}"), "signals", options => options.TimeoutSeconds = 1);

        await Should.ThrowAsync<IOException>(() => destination.DeliverAsync(Signals.Full()));
        (await destination.CheckAsync()).IsReachable.ShouldBeFalse();
    }

    private static string Id(JsonElement message) => message.GetProperty("properties").GetProperty("message_id").GetString()!;

    private async Task<(RabbitMqServer Broker, string Name, PartnersQueue Queue)> OneAsync()
    {
        var broker = await servers.GetAsync(Token);
        var name = PartnersQueue.NewName();
        return (broker, name, new PartnersQueue(broker, name));
    }
}
