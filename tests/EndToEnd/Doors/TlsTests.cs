using System.Net.Http.Json;
using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Doors;

/// <summary>A hub on a RabbitMQ and a PostgreSQL that listen with TLS, with certificates made here.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates authority = new();
    private readonly TestCertificates other = new("Another authority");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_servers_of_the_right_authority_and_name_are_spoken_to()
    {
        await using var postgres = await PostgresServer.StartAsync(new PostgresOptions { Fsync = false, Tls = authority }, Token);
        await using var rabbit = await RabbitMqServer.StartAsync(new RabbitMqOptions { Tls = authority }, Token);
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret);
        WriteCertificates(folder);
        var connection = await postgres.CreateDatabaseAsync(token: Token);
        var right = $"{connection};SSL Mode=VerifyFull;Root Certificate={Path.Combine(folder.Path, "ca.pem")}";
        var tls = new { ca = "file:ca.pem", certificate = "file:hub.pem", key = "file:hub.key" };

        await StoreRefusesAsync(folder.On($"{connection};SSL Mode=VerifyFull;Root Certificate={Path.Combine(folder.Path, "other.pem")}", rabbit.AmqpUri, tls));
        await StoreRefusesAsync(folder.On(right.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), rabbit.AmqpUri, tls));
        foreach (var (uri, wrong) in new (Uri, object)[]
        {
            (rabbit.AmqpUri, tls with { ca = "file:other.pem" }),
            (new Uri(rabbit.AmqpUri.AbsoluteUri.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)), tls),
            (rabbit.AmqpUri, new { ca = "file:ca.pem" }),
        })
        {
            await using var hub = await HubProcess.RunAsync(folder.On(right, uri, wrong).Save(), Token);
            await Until.TrueAsync("the hub says that it is not connected", () => hub.Errors.Contains("Connection Failed", StringComparison.Ordinal), Token, () => hub.Errors);
            (await QueuesAsync(rabbit)).ShouldBe(0);
            hub.Errors.ShouldNotContain(rabbit.Password);
        }

        folder.On(right, rabbit.AmqpUri, tls).Save();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Exports, "tewerkstelling-1.csv"),
            $"contractnummer;insz;naam;voornaam;straat;postcode;gemeente;nis;in_dienst;uit_dienst\nA60-1;{TestInsz.Number(1)};Naam;Voornaam;Straat 1;9000;Gent;44021;01/12/2025;{Recently.LastWeek}\n",
            Token);
        await using var once = HubProcess.Once(folder);
        await once.EndsWithAsync(0, Token);
        tool.Count.ShouldBe(1);
        (await QueuesAsync(rabbit)).ShouldBeGreaterThan(0);
    }

    public void Dispose()
    {
        authority.Dispose();
        other.Dispose();
    }

    private static async Task StoreRefusesAsync(HubFolder folder)
    {
        await using var command = HubProcess.Start(folder.Save().Path, "sources", "--config", folder.Path);
        await command.EndsWithAsync(1, Token);
        command.Errors.ShouldContain("The store does not answer as it should");
        command.Errors.ShouldNotContain("Password");
    }

    private static async Task<int> QueuesAsync(RabbitMqServer rabbit)
    {
        using var management = rabbit.CreateManagementClient();
        return (await management.GetFromJsonAsync<JsonElement>("api/queues", Token)).GetArrayLength();
    }

    private void WriteCertificates(HubFolder folder)
    {
        var (certificate, key) = authority.ForClient("hub");
        folder.Write("ca.pem", authority.AuthorityPem);
        folder.Write("other.pem", other.AuthorityPem);
        folder.Write("hub.pem", certificate);
        folder.Write("hub.key", key);
    }
}
