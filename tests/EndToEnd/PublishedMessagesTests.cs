using System.Text.Json;
using IntegrationHub.Contracts.Tests;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>What really crosses RabbitMQ is what src/Contracts/asyncapi.json says of it.</summary>
public sealed class PublishedMessagesTests(Production production)
{
    private const string Jobs = "contractnummer;insz;naam;voornaam;straat;postcode;gemeente;nis;in_dienst;uit_dienst";
    private const string Queue = "partner.signals";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Facts_events_and_a_partners_own_queue_are_as_the_document_says()
    {
        var servers = await production.ForOneTestAsync(Token);
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = Hospital.AddTo(new HubFolder(tool.Url, tool.Secret), out var port)
            .AddDestination(new { id = "queue", adapter = "queue", options = new { uri = "file:rabbitmq.secret", queue = Queue, declare = true } })
            .AddPartner(new { id = "caw-test", role = "caw", municipalities = new[] { "44021" }, destination = "queue" })
            .AddPartner(new { id = "caw-without-ground", role = "caw", municipalities = new[] { "44021" }, destination = "queue" })
            .Authorise(HubFolder.Ocmw, "caw-test", ["employment-ended", "person-changed"], "insz", "name", "address", "municipality", "source", "occurredAt", "knownAt")
            .On(servers).Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);
        await servers.ListenInAsync("integrationhub.facts", "facts", Token);
        await servers.ListenInAsync("integrationhub.events", "events", Token);

        await WriteJobAsync(folder, 1, end: Recently.LastWeek);
        await HubAdmin.RunSourceAsync(folder, Token);
        await Hospital.DischargeAsync(port, 1, MarkedCitizen.Insz, MarkedCitizen.FamilyName, MarkedCitizen.GivenName, MarkedCitizen.Street, Token);
        await UntilMessagesAsync(1);
        await WriteJobAsync(folder, 2, end: "");
        await Until.TrueAsync(
            "the job goes on",
            async () =>
            {
                await HubAdmin.RunSourceAsync(folder, Token);
                return await MessagesAsync(Queue) >= 2;
            },
            Token,
            () => hub.Errors);
        await Until.TrueAsync("all is told", async () => await new HubDatabaseReader(folder).NumberAsync("SELECT count(*) FROM events", Token) == 0, Token, () => hub.Errors);

        var types = new[] { await CheckAsync("facts", "facts"), await CheckAsync("events", "events"), await CheckAsync("partnerQueue", Queue) };
        types[0].ShouldBe(["employment-ended", "employment-started", "fact-withdrawn", "hospital-discharged", "person-changed"], ignoreOrder: true);
        types[1].ShouldBe(["scharniermoment-detected", "scharniermoment-withdrawn", "signal-delivered", "signal-issued", "signal-refused", "signal-withdrawn"], ignoreOrder: true);
        types[2].ShouldBe(["partner-signal-issued", "partner-signal-withdrawn"], ignoreOrder: true);

        Task UntilMessagesAsync(long count) => Until.TrueAsync($"{count} signals are in the partner's queue", async () => await MessagesAsync(Queue) >= count, Token, () => hub.Errors);

        async Task<long> MessagesAsync(string queue) => (await servers.QueuesAsync(Token)).GetValueOrDefault(queue);

        async Task<IReadOnlyList<string>> CheckAsync(string channel, string queue)
        {
            var document = PublishedDocument.Read();
            var found = new HashSet<string>();
            foreach (var message in (await servers.MessagesAsync(queue, Token)).Select(message => JsonDocument.Parse(message).RootElement))
            {
                var payload = message.GetProperty("payload").GetString()!;
                (await document.ErrorsOfMessageAsync(channel, message.GetProperty("properties").GetProperty("content_type").GetString()!, payload)).ShouldBeEmpty(payload);
                var body = JsonDocument.Parse(payload).RootElement;
                var type = (body.ValueKind == JsonValueKind.Array ? body[0] : body).GetProperty("type").GetString()!;
                var contract = type["be.integrationhub.".Length..^".v1".Length];
                found.Add(contract);
                if (channel != "partnerQueue")
                    message.GetProperty("routing_key").GetString()!.ShouldStartWith(contract + ".");
            }

            return [.. found];
        }
    }

    private static Task WriteJobAsync(HubFolder folder, int file, string end) => File.WriteAllTextAsync(
        Path.Combine(folder.Exports, $"tewerkstelling-{file}.csv"),
        $"{Jobs}\nA60-1;{MarkedCitizen.OtherInsz};{MarkedCitizen.FamilyName};{MarkedCitizen.GivenName};{MarkedCitizen.Street};9000;Gent;44021;01/12/2025;{end}\n",
        Token);
}
