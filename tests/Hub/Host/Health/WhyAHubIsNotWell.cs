using IntegrationHub.Host.Health;
using IntegrationHub.Storage.Hosts;
using IntegrationHub.Storage.Ledger;

namespace IntegrationHub.Host.Tests.Health;

public sealed class WhyAHubIsNotWell
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly LiveHosts Well = new(Ago(3600), Ago(2), Ago(3000));
    private static readonly WaitingBatches Nothing = new(null, null);

    [Fact]
    public void A_hub_with_nothing_to_do_is_well_however_long() => Reasons(Nothing, Well).ShouldBeEmpty();

    [Fact]
    public void What_waits_longer_than_allowed_is_a_reason_and_what_waits_shorter_is_none()
    {
        Reasons(new(Ago(15 * 60), null), Well).ShouldBeEmpty();
        Reasons(new(Ago((15 * 60) + 1), null), Well).ShouldBe(["unprocessed-too-long"]);
    }

    [Fact]
    public void What_is_on_the_bus_and_nobody_has_anything_of_is_a_reason_though_all_are_connected()
    {
        Reasons(new(Ago(90), Ago(90)), Well).ShouldBe(["nothing-consumes"]);
        Reasons(new(Ago(50), Ago(50)), Well).ShouldBeEmpty();
        Reasons(new(Ago(90), null), Well).ShouldBeEmpty();
    }

    [Fact]
    public void Slow_is_not_deaf() => Reasons(new(Ago(600), Ago(600)), Well with { ConsumedAt = Ago(20) }).ShouldBeEmpty();

    [Fact]
    public void No_host_on_the_bus_is_a_reason_once_one_has_had_the_time_to_connect()
    {
        Reasons(Nothing, Well with { ConnectedAt = Ago(31) }).ShouldBe(["nothing-consumes"]);
        Reasons(Nothing, Well with { ConnectedAt = null }).ShouldBe(["nothing-consumes"]);
        Reasons(Nothing, new LiveHosts(Ago(10), null, null)).ShouldBeEmpty();
        Reasons(new(Ago(3600), Ago(3600)), new LiveHosts(Ago(10), Ago(1), null)).ShouldBe(["unprocessed-too-long"]);
    }

    [Fact]
    public void A_clock_that_was_set_back_is_no_reason() => Reasons(new(Ago(-3600), Ago(-3600)), new LiveHosts(Ago(-3600), Ago(-3600), Ago(-3600))).ShouldBeEmpty();

    [Fact]
    public void A_host_at_work_on_a_batch_hears_the_bus_until_it_is_done()
    {
        var pulse = new BusPulse(TimeProvider.System);
        pulse.ConsumedAt.ShouldBeNull();
        pulse.Begin();
        var first = pulse.ConsumedAt;
        pulse.ConsumedAt!.Value.ShouldBeGreaterThanOrEqualTo(first!.Value);
        pulse.End();
        var last = pulse.ConsumedAt;
        pulse.ConsumedAt.ShouldBe(last);
    }

    [Fact]
    public void An_entry_of_the_audit_log_that_nobody_seals_is_a_reason_once_a_host_has_had_the_time_to()
    {
        Reasons(Nothing, Well, Ago(299)).ShouldBeEmpty();
        Reasons(Nothing, Well, Ago(301)).ShouldBe(["audit"]);
        Reasons(Nothing, new LiveHosts(Ago(10), Ago(1), null), Ago(3600)).ShouldBeEmpty();
    }

    private static DateTimeOffset Ago(int seconds) => Now.AddSeconds(-seconds);

    private static List<string> Reasons(WaitingBatches waiting, LiveHosts hosts, DateTimeOffset? unsealedSince = null) =>
        [.. HealthReasons.OfAll(waiting, hosts, unsealedSince, TimeSpan.FromMinutes(15), Now)];
}
