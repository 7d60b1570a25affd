using IntegrationHub.Host.Audit;
using IntegrationHub.Host.Health;
using IntegrationHub.Host.Tests.Intake;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Alerts;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Health;

/// <summary>To a destination, or to the file that keeps the head of the audit log.</summary>
public sealed class WhenNothingIsDelivered
{
    private readonly IHubStore store = Substitute.For<IHubStore>();
    private readonly List<string> told = [];
    private readonly HashSet<string> open = [];
    private readonly SealPulse pulse = new();

    public WhenNothingIsDelivered()
    {
        store.Alerts.OpenAsync(default).ReturnsForAnyArgs(_ => [.. open.Select(code => new Alert(code, "", DateTimeOffset.UnixEpoch, null))]);
        store.Alerts.StartAsync("", "", default, default).ReturnsForAnyArgs(call =>
        {
            told.Add($"{call.ArgAt<string>(0)}: {call.ArgAt<string>(1)}");
            return open.Add(call.ArgAt<string>(0));
        });
        store.Alerts.EndAsync("", default, default).ReturnsForAnyArgs(call =>
        {
            told.Add($"{call.ArgAt<string>(0)} is over");
            return open.Remove(call.ArgAt<string>(0));
        });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_alert_tells_of_the_destination_and_its_end_is_told_too()
    {
        Runs(TimeSpan.FromHours(2));
        Undelivered(new Undelivered("inbox", new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero), 0), new Undelivered("caw", null, 2));

        await LookAtDeliveriesAsync();
        await LookAtDeliveriesAsync();
        told.ShouldBe(
            [
                "undelivered:inbox: Destination inbox does not get what is its own: a delivery waits since 2026-11-22 09:00:00. hub signals shows which and why.",
                "undelivered:caw: Destination caw does not get what is its own: 2 deliveries failed in the last day. hub signals shows which and why.",
            ]);
        open.All(HealthReasons.IsRaisedByAWatch).ShouldBeTrue("a hub with one is not ready");

        Undelivered(new Undelivered("caw", null, 2));
        await LookAtDeliveriesAsync();
        told[2..].ShouldBe(["undelivered:inbox is over"]);
    }

    [Fact]
    public async Task What_waited_while_no_host_ran_goes_out_first_and_an_alert_goes_on_over_a_restart()
    {
        Runs(TimeSpan.FromMinutes(1));
        Undelivered(new Undelivered("inbox", DateTimeOffset.UnixEpoch, 0));
        await LookAtDeliveriesAsync();
        told.ShouldBeEmpty();

        open.Add("undelivered:inbox");
        await LookAtDeliveriesAsync();
        told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_host_tells_of_its_own_head_and_any_ends_what_one_said_that_is_gone()
    {
        store.Hosts.RunningAsync(default, Token).ReturnsForAnyArgs(["one", "two"]);
        open.UnionWith(["audit:two", "audit:gone"]);
        await LookAtHeadAsync();
        told.ShouldBe(["audit:gone is over"]);

        pulse.HeadProblem = "The log was cut off.";
        await LookAtHeadAsync();
        await LookAtHeadAsync();
        pulse.HeadProblem = "";
        await LookAtHeadAsync();

        told[1..].ShouldBe(["audit:one: The log was cut off.", "audit:one is over"]);
        open.ShouldBe(["audit:two"]);
    }

    [Fact]
    public async Task What_a_host_told_of_its_clock_is_ended_by_others_when_it_is_gone_for_longer_than_a_restart()
    {
        var time = new SetClock { Now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero) };
        var watch = new SealWatch(store, pulse, ASource.Configuration(), new HubAlerts(store, time, NullLogger<HubAlerts>.Instance), time);
        store.Hosts.RunningAsync(default, Token).ReturnsForAnyArgs(["one", "two"]);
        open.UnionWith(["clock-ahead:one", "clock-ahead:two", "clock-ahead:gone"]);

        await watch.LookAsync(Token);
        told.ShouldBeEmpty("it may be restarting");
        time.GoOn(TimeSpan.FromHours(25));
        await watch.LookAsync(Token);

        told.ShouldBe(["clock-ahead:gone is over"]);
    }

    private void Runs(TimeSpan since) => store.Hosts.LiveAsync(default, default).ReturnsForAnyArgs(new LiveHosts(TimeProvider.System.GetUtcNow() - since, null, null));

    private void Undelivered(params Undelivered[] some) => store.Deliveries.UndeliveredAsync(default, default, default).ReturnsForAnyArgs(some);

    private Task LookAtDeliveriesAsync() => new UndeliveredWatch(store, Alerts(), TimeProvider.System).LookAsync(Token);

    private Task LookAtHeadAsync() => new SealWatch(store, pulse, ASource.Configuration(), Alerts(), TimeProvider.System).LookAsync(Token);

    private HubAlerts Alerts() => new(store, TimeProvider.System, NullLogger<HubAlerts>.Instance);
}
