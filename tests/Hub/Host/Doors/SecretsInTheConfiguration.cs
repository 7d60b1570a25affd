using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Doors;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Doors;

public sealed class SecretsInTheConfiguration : IDisposable
{
    private const string Secret = "hunter2-hunter2";
    private readonly string folder = Directory.CreateTempSubdirectory("hub-secrets-").FullName;

    [Theory]
    [InlineData("""{ "store": { "kind": "postgres", "connection": "X" }, "keys": { "pseudonym": { "id": "p1", "secret": "X" }, "seal": { "current": "s1", "keys": [ { "id": "s1", "secret": "X" } ] } } }""", 3)]
    [InlineData("""{ "bus": { "kind": "rabbitmq", "uri": "X" } }""", 1)]
    [InlineData("""{ "bus": { "kind": "rabbitmq", "uri": "file:text", "tls": { "certificate": "X", "key": "X" } } }""", 3)]
    [InlineData("""{ "bus": { "kind": "rabbitmq", "uri": "file:text", "tls": { "ca": "file:text", "certificate": "file:text", "key": "file:text" } } }""", 2)]
    [InlineData("""{ "store": { "kind": "postgres", "connection": "file:text" } }""", 1)]
    [InlineData("""{ "http": { "urls": "https://127.0.0.1:1", "tls": { "certificate": "file:text", "key": "X" } } }""", 2)]
    public void Are_refused_where_a_reference_belongs_and_never_repeated(string hub, int atLeast)
    {
        var errors = Read(hub.Replace("\"X\"", $"\"{Secret}\"", StringComparison.Ordinal)).Errors;

        errors.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        string.Join('\n', errors).ShouldNotContain("hunter2");
    }

    [Fact]
    public void Of_certificates_are_read_through_their_references()
    {
        using var authority = new TestCertificates();
        var (certificate, key) = authority.ForServer("127.0.0.1");
        File.WriteAllText(Path.Combine(folder, "ca.pem"), authority.AuthorityPem);
        File.WriteAllText(Path.Combine(folder, "hub.pem"), certificate);
        File.WriteAllText(Path.Combine(folder, "hub.key"), key);
        File.WriteAllText(Path.Combine(folder, "uri"), "amqps://hub:hub@rabbit.example/");

        var (configuration, errors) = Read("""
            {
              "bus": { "kind": "rabbitmq", "uri": "file:uri", "tls": { "ca": "file:ca.pem", "certificate": "file:hub.pem", "key": "file:hub.key" } },
              "http": { "urls": "https://0.0.0.0:1", "tls": { "certificate": "file:hub.pem", "key": "file:hub.key" } }
            }
            """);

        errors.ShouldBeEmpty();
        configuration!.Bus.Tls!.Authorities().Count.ShouldBe(1);
        configuration.HttpTls!.Own()!.Certificate.HasPrivateKey.ShouldBeTrue();
        $"{configuration}".ShouldNotContain("PRIVATE KEY");
        DoorWarnings.Of(configuration, DateTimeOffset.UnixEpoch).ShouldBeEmpty("all of it is encrypted");
    }

    [Theory]
    [InlineData("amqp://hub:hub@rabbit.example/", "http://127.0.0.1:1", "Host=127.0.0.1", "bus.uri: RabbitMQ is on another machine")]
    [InlineData("amqp://hub:hub@127.0.0.1/", "http://0.0.0.0:1", "Host=/var/run/postgresql", "http.urls: http://0.0.0.0:1 takes keys")]
    [InlineData("amqp://hub:hub@localhost/", "http://127.0.0.1:1;http://+:2", "Host=localhost", "http.urls: http://+:2 takes keys")]
    [InlineData("amqps://hub:hub@rabbit.example/", "http://[::1]:1", "Host=db.example;SSL Mode=Require", "store.connection: PostgreSQL is on another machine")]
    [InlineData("amqps://hub:hub@rabbit.example/", "http://[::1]:1", "Host=db.example;SSL Mode=VerifyCA", "store.connection: PostgreSQL is on another machine")]
    [InlineData("amqps://hub:hub@rabbit.example/", "http://[::1]:1", "Host=db.example;SSL Mode=VerifyFull", "telemetry.otlp: the collector is on another machine", "http://collector.example:4318")]
    public void Warns_of_what_others_can_read_on_the_way(string bus, string urls, string store, string warning, string collector = "http://127.0.0.1:4318")
    {
        File.WriteAllText(Path.Combine(folder, "uri"), bus);
        File.WriteAllText(Path.Combine(folder, "connection"), store);
        File.WriteAllText(Path.Combine(folder, "key"), Convert.ToBase64String(new byte[32]));
        var hub = $$"""
            {
              "bus": { "kind": "rabbitmq", "uri": "file:uri" }, "http": { "urls": "{{urls}}" }, "store": { "kind": "postgres", "connection": "file:connection" }, "telemetry": { "otlp": "{{collector}}" },
              "keys": { "pseudonym": { "id": "p1", "secret": "file:key" }, "seal": { "current": "s1", "keys": [ { "id": "s1", "secret": "file:key" } ] }, "audit": { "current": "a1", "keys": [ { "id": "a1", "secret": "file:key" } ] } }
            }
            """;

        var (configuration, errors) = Read(hub);

        errors.ShouldBeEmpty();
        DoorWarnings.Of(configuration!, DateTimeOffset.UnixEpoch).ShouldHaveSingleItem().ShouldStartWith(warning);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (HubConfiguration? Configuration, IReadOnlyList<string> Errors) Read(string hub)
    {
        File.WriteAllText(Path.Combine(folder, "text"), Secret);
        File.WriteAllText(Path.Combine(folder, "hub.json"), hub.Insert(hub.IndexOf('{', StringComparison.Ordinal) + 1, """ "destinations": [ { "id": "screen", "adapter": "console" } ], """));
        File.WriteAllText(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""");
        File.WriteAllText(Path.Combine(folder, "authorisations.json"), "{}");
        return HubConfigurationReader.Read(folder);
    }
}
