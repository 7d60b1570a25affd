using System.Net;
using System.Net.Sockets;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Adapters.Webhook.Inside;

namespace IntegrationHub.Adapters.Webhook.Tests.Inside;

public sealed class NeverInside
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("169.254.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001:0:53aa:64c:0:7b:f5ff:fffe")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%3")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    public async Task Is_connected_to_what_lies_inside(string address)
    {
        InternalAddress.KindOf(IPAddress.Parse(address)).ShouldNotBeNull();
        var connection = new GuardedConnection(new AllowedInside([]), (_, _) => Task.FromResult(new[] { IPAddress.Parse(address) }));

        (await Should.ThrowAsync<PermanentFailureException>(async () => await connection.ConnectAsync(new DnsEndPoint("tool.example", 443), TestContext.Current.CancellationToken)))
            .Message.ShouldContain("lies inside (");
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("193.191.211.1")]
    [InlineData("2a00:1450:4007::1")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::1")]
    public void Takes_what_lies_outside_for_inside(string address) => InternalAddress.KindOf(IPAddress.Parse(address)).ShouldBeNull();

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3", true)]
    [InlineData("10.1.2.0/24", "10.1.2.3", true)]
    [InlineData("10.1.2.0/24", "10.1.3.3", false)]
    [InlineData("10.1.2.3", "::ffff:10.1.2.3", true)]
    [InlineData("Tool.Example", "10.1.2.3", true)]
    [InlineData("other.example", "10.1.2.3", false)]
    [InlineData("tool.example", "169.254.169.254", false)]
    [InlineData("tool.example", "fd00:ec2::254", false)]
    [InlineData("169.254.169.254", "169.254.169.254", true)]
    public void Goes_inside_only_as_far_as_allowed(string allowed, string address, bool isAllowed) =>
        (new AllowedInside([allowed]).Refusal("tool.example", IPAddress.Parse(address)) is null).ShouldBe(isAllowed);

    [Fact]
    public async Task Follows_a_name_that_answers_an_address_inside_once_it_was_asked_a_second_time()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var port = ((IPEndPoint)inside.LocalEndpoint).Port;
        var asked = 0;
        // The first answer is a public address on which nobody can be reached from here, among one that lies inside; the next ones are inside alone.
        var connection = new GuardedConnection(new AllowedInside([]), (_, _) => Task.FromResult(asked++ == 0 ? [IPAddress.Loopback, IPAddress.Parse("0.0.0.0")] : new[] { IPAddress.IPv6Loopback }));

        for (var i = 0; i < 3; i++)
            await Should.ThrowAsync<PermanentFailureException>(async () => await connection.ConnectAsync(new DnsEndPoint("tool.example", port), TestContext.Current.CancellationToken));

        asked.ShouldBe(3, "each connection asks once and connects to what it was answered");
        inside.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Connects_to_the_address_that_is_allowed_among_those_of_a_name()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var port = ((IPEndPoint)inside.LocalEndpoint).Port;
        var connection = new GuardedConnection(new AllowedInside(["127.0.0.1"]), (_, _) => Task.FromResult(new[] { IPAddress.Parse("192.168.255.1"), IPAddress.Loopback }));

        await using var stream = await connection.ConnectAsync(new DnsEndPoint("tool.example", port), TestContext.Current.CancellationToken);

        using var accepted = await inside.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        accepted.Connected.ShouldBeTrue();
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost:1/")]
    [InlineData("https://a.localhost:1/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://127.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:192.168.1.1]/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    public void Starts_with_a_url_that_says_itself_that_it_lies_inside(string url)
    {
        var options = new WebhookOptions { Url = url, Secrets = { "env:GOOD" } };

        var failure = new WebhookOptionsValidator(new FixedSecrets()).Validate(null, options).Failures.ShouldHaveSingleItem();

        failure.ShouldStartWith("url: lies inside (");
        failure.ShouldContain("'allowInternal'");
    }

    [Theory]
    [InlineData("http://inbox.lan")]
    [InlineData("10.0.0.0/99")]
    [InlineData("")]
    public void Takes_for_allowed_what_is_no_host(string entry)
    {
        var options = new WebhookOptions { Url = "https://example.org/", Secrets = { "env:GOOD" }, AllowInternal = { entry } };

        new WebhookOptionsValidator(new FixedSecrets()).Validate(null, options).Failures.ShouldHaveSingleItem().ShouldStartWith("allowInternal[0]: expected a host name");
    }

    [Fact]
    public async Task Delivers_to_a_tool_inside_and_stops_with_what_to_do()
    {
        await using var endpoint = await Endpoint.StartAsync(204);
        // The name, of which only DNS knows where it leads; the destination of these tests allows the address 127.0.0.1.
        using var allowed = new Destination(endpoint.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        (await allowed.DeliverAsync(Signals.Bare())).ShouldBe(DeliveryResult.Delivered("status 204"));

        using var refused = new Destination(endpoint.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), allowInternal: []);
        (await Should.ThrowAsync<PermanentFailureException>(() => refused.DeliverAsync(Signals.Bare()))).Message.ShouldContain("put its host name or address in 'allowInternal'");
        (await refused.CheckAsync()).Detail.ShouldContain("'allowInternal'");
        endpoint.Requests.ShouldBe(1);
    }
}
