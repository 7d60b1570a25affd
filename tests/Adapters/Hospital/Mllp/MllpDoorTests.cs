using System.Net;
using System.Security.Authentication;
using IntegrationHub.Adapters.Hospital.Mllp;
using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Adapters.Hospital.Tests.Mllp;

public sealed class MllpDoorTests : IDisposable
{
    private readonly Support.Hospital hospital = new();
    private readonly TestCertificates authority = new();
    private readonly TestCertificates other = new("Another authority");

    [Theory]
    [InlineData("", "127.0.0.1", true)]
    [InlineData("", "::1", true)]
    [InlineData("", "::ffff:127.0.0.1", true)]
    [InlineData("", "10.1.2.3", false)]
    [InlineData("10.1.2.0/24", "10.1.2.3", true)]
    [InlineData("10.1.2.0/24", "::ffff:10.1.2.3", true)]
    [InlineData("10.1.2.0/24", "10.1.3.3", false)]
    [InlineData("10.1.2.0/24", "127.0.0.1", false)]
    [InlineData("fd00::/8", "fd12::1", true)]
    public void Connections_are_taken_from_named_addresses_and_by_default_from_this_machine(string allowed, string address, bool isTaken) =>
        new AllowedSenders(allowed.Length == 0 ? [] : [allowed]).Contains(IPAddress.Parse(address)).ShouldBe(isTaken);

    [Fact]
    public async Task Who_is_not_allowed_is_closed_at_once_and_takes_no_place()
    {
        await using var server = await MllpServer.StartAsync(hospital, new() { AllowFrom = ["192.0.2.1"], MaxConnections = 1 });
        for (var i = 0; i < 3; i++)
        {
            using var stranger = await server.ConnectAsync();
            (await stranger.ReadAsync()).ShouldBeNull();
        }

        hospital.Journal.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_an_authority_only_who_shows_a_certificate_of_it_that_is_named_is_read()
    {
        var (certificate, key) = authority.ForServer("127.0.0.1");
        var az = authority.ForClient("az");
        await using var server = await MllpServer.StartAsync(
            hospital,
            new() { Tls = new() { Certificate = "file:hub.pem", Key = "file:hub.key", ClientCa = "file:ca.pem", Clients = [TestCertificates.FingerprintOf(az.Certificate)] }, MaxConnections = 1 },
            secrets: new() { ["file:hub.pem"] = certificate, ["file:hub.key"] = key, ["file:ca.pem"] = authority.AuthorityPem });

        using (var known = await server.ConnectAsync(authority.AuthorityPem, az))
            (await known.AskAsync(new Adt("A03").ToString()))!.Code.ShouldBe("AA");
        (await ReadAsync(() => server.ConnectAsync(authority.AuthorityPem))).ShouldBeNull("without a certificate");
        (await ReadAsync(() => server.ConnectAsync(authority.AuthorityPem, authority.ForClient("az")))).ShouldBeNull("of the same authority and with the same name, to somebody else");
        (await ReadAsync(() => server.ConnectAsync(authority.AuthorityPem, other.ForClient("az")))).ShouldBeNull("of another authority");
        (await ReadAsync(() => server.ConnectAsync(authority.AuthorityPem, authority.ForServer("az")))).ShouldBeNull("for a server");
        (await ReadAsync(server.ConnectAsync)).ShouldBeNull("without TLS");
        await Should.ThrowAsync<AuthenticationException>(() => server.ConnectAsync(other.AuthorityPem, authority.ForClient("az")));

        hospital.Journal.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Certificates_of_an_authority_between_are_trusted_by_who_knows_only_the_root()
    {
        using var between = authority.Between();
        var (certificate, key) = between.ForServer("127.0.0.1");
        var az = between.ForClient("az");
        var fingerprint = string.Join(':', TestCertificates.FingerprintOf(az.Certificate).ToLowerInvariant().Chunk(2).Select(pair => new string(pair)));
        await using var server = await MllpServer.StartAsync(
            hospital,
            new() { Tls = new() { Certificate = "file:fullchain.pem", Key = "file:hub.key", ClientCa = "file:ca.pem", Clients = [fingerprint] } },
            secrets: new() { ["file:fullchain.pem"] = certificate + "\n" + between.AuthorityPem, ["file:hub.key"] = key, ["file:ca.pem"] = authority.AuthorityPem });

        using var sender = await server.ConnectAsync(authority.AuthorityPem, (az.Certificate + "\n" + between.AuthorityPem, az.Key));

        (await sender.AskAsync(new Adt("A03").ToString()))!.Code.ShouldBe("AA");
    }

    [Fact]
    public async Task Who_only_holds_connections_keeps_out_no_sender_and_who_was_answered_keeps_its_own()
    {
        await using var server = await MllpServer.StartAsync(hospital, new() { MaxPerAddress = 2 });
        using var silent = await server.ConnectAsync();
        using var alsoSilent = await server.ConnectAsync();
        using var sender = await server.ConnectAsync();
        (await sender.AskAsync(new Adt("A03").ToString())).ShouldNotBeNull().Code.ShouldBe("AA");
        (await silent.ReadAsync()).ShouldBeNull("the oldest of which nothing came");

        for (var i = 0; i < 5; i++)
        {
            using var another = await server.ConnectAsync();
        }

        (await alsoSilent.ReadAsync()).ShouldBeNull();
        (await sender.AskAsync(new Adt("A08").ToString())).ShouldNotBeNull().Code.ShouldBe("AA");
    }

    public void Dispose()
    {
        authority.Dispose();
        other.Dispose();
    }

    /// <summary>The answer to a message; null when the hub closed the connection, in the handshake or after it.</summary>
    private static async Task<Ack?> ReadAsync(Func<Task<MllpClient>> connect)
    {
        try
        {
            using var sender = await connect();
            return await sender.AskAsync(new Adt("A03") { Visit = "stranger" }.ToString());
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            return null;
        }
    }
}
