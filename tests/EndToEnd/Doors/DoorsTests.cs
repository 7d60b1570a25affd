using System.Net;
using System.Net.Sockets;
using System.Text;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Doors;

/// <summary>Who may not come in: at every door of a real hub, and in numbers. The simulated inbox is a partner's tool and no door of the hub; its webhook answers whoever signs.</summary>
public sealed class DoorsTests
{
    private const string Other = "az-other";
    private const string Revoked = "az-revoked";
    private const string Ended = "az-ended";
    private const int Large = 50_000_000;

    private static readonly (HttpMethod Method, string Path)[] Doors =
    [
        (HttpMethod.Post, $"intake/{Hospital.Id}"), (HttpMethod.Post, "intake/nobody"), (HttpMethod.Get, $"intake/{Hospital.Id}"), (HttpMethod.Options, $"intake/{Hospital.Id}"),
        (HttpMethod.Post, $"admin/sources/{HubFolder.Ocmw}/run"), (HttpMethod.Post, "admin/sources/nobody/run"), (HttpMethod.Get, "admin/backfill"), (HttpMethod.Delete, "admin"),
        (HttpMethod.Get, "health/live"), (HttpMethod.Get, "health/ready"), (HttpMethod.Get, ""), (HttpMethod.Get, "hub.json"), (HttpMethod.Trace, "intake"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_door_gives_strangers_one_answer_and_callers_nothing_but_what_is_theirs()
    {
        using var folder = Folder(out var mllp);
        var url = new Uri(folder.Url + "/");
        await using var hub = await HubProcess.RunAsync(folder, Token);
        (await PushAsync(folder, Revoked, 1)).ShouldBe(HttpStatusCode.OK, "its key counts until it is revoked");
        folder.WithoutCaller(Revoked).Save();
        (await Rescanned.RunAsync(folder, Token)).Fine().Output.ShouldContain("- caller az-revoked removed");

        var strangers = new[] { null, "Basic aHViOmh1Yg==", "Bearer hub_nonsense", $"Bearer {HubFolder.HashOf(HubFolder.KeyOf(Hospital.Id))}", Key("guessed"), Key(Revoked), Key(Ended) };
        var answers = new HashSet<string>();
        foreach (var (authorization, i) in strangers.Select((authorization, i) => (authorization, i)))
        {
            using var stranger = Stranger.From($"127.0.1.{i + 1}", url, authorization);
            foreach (var door in Doors)
                answers.Add(await AnswerAsync(stranger, door.Method, door.Path));
        }

        var answer = answers.ShouldHaveSingleItem("who is not known learns nothing, not even what there is");
        answer.ShouldStartWith("401");
        answer.ShouldEndWith("""{"title":"Unauthorized","status":401}""");
        answer.ShouldContain("Content-Security-Policy: default-src 'none'");
        answer.ShouldContain("X-Content-Type-Options: nosniff");
        answer.ShouldNotContain("Server:");

        using (var other = Stranger.From("127.0.2.1", url, Key(Other)))
        {
            var nothing = new HashSet<string>();
            foreach (var door in Doors)
                nothing.Add(await AnswerAsync(other, door.Method, door.Path));
            nothing.ShouldHaveSingleItem("a partner does not learn of others, or of administration").ShouldStartWith("404");
        }

        using (var administrator = folder.ClientFor())
        {
            (await AnswerAsync(administrator, HttpMethod.Post, $"intake/{Hospital.Id}")).ShouldStartWith("404", customMessage: "who administers does not push");
            (await AnswerAsync(administrator, HttpMethod.Get, "health/live")).ShouldStartWith("200");
        }

        using (var stranger = await Stranger.ConnectAsync("127.0.0.2", mllp, Token))
            (await HearsAsync(stranger, MllpFrame(10))).ShouldBeEmpty("MLLP is taken from 127.0.0.1 alone");
        using (var insistent = Stranger.From("127.0.3.1", url))
            await Should.ThrowAsync<HttpRequestException>(() => AskUntilNobodyAnswersAsync(insistent));

        await hub.StopAsync(Token);
        (await new HubDatabaseReader(folder).RecordsAsync(Token)).ShouldBe(1, "what came before the key was revoked");
        hub.Errors.ShouldContain("(key-ended, caller az-ended)");
        hub.Errors.ShouldContain("(not-allowed, caller az-other)");
        hub.Errors.ShouldNotContain("hub_");
    }

    [Fact]
    public async Task Fifty_megabytes_come_in_at_no_door()
    {
        using var folder = Folder(out var mllp);
        await using var hub = await HubProcess.RunAsync(folder, Token);
        foreach (var (authorization, expected) in new[] { (null, 401), (Key(Revoked + "?"), 401), (Key(Other), 404), (Key(Hospital.Id), 413) })
        {
            foreach (var isChunked in new[] { false, true })
                (await PostLargeAsync(folder, authorization, isChunked)).ShouldBeOneOf(expected, 0);
        }

        using (var sender = await Stranger.ConnectAsync("127.0.0.1", mllp, Token))
            (await HearsAsync(sender, [.. MllpFrame(11)[..^2], .. new byte[Large], 0x1C, 0x0D])).ShouldContain("|AR|");

        (await new HubDatabaseReader(folder).NumberAsync("SELECT (SELECT count(*) FROM records) + (SELECT count(*) FROM quarantine) + (SELECT count(*) FROM source_counts)", Token)).ShouldBe(0);
        (await PushAsync(folder, Hospital.Id, 1)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The long form: HUB_FLOOD_SECONDS=10.</summary>
    [Fact]
    public async Task A_thousand_knocks_a_second_let_nothing_in_and_the_hub_serves_its_partners_meanwhile()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("HUB_FLOOD_SECONDS") ?? "2");
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = Folder(out var mllp, tool);
        folder.WithoutCaller(Revoked).Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);
        var flood = new Flood(Attempts(new Uri(folder.Url).Port, mllp));
        var flooding = flood.RunAsync(1000, seconds, Token);

        var served = new List<TimeSpan>();
        await WriteJobThatEndedAsync(folder);
        await HubAdmin.RunSourceAsync(folder, Token);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        for (var number = 1; !flooding.IsCompleted; number++)
        {
            await pace.WaitForNextTickAsync(Token);
            var begin = TimeProvider.System.GetTimestamp();
            (await PushAsync(folder, Hospital.Id, number)).ShouldBe(HttpStatusCode.OK);
            served.Add(TimeProvider.System.GetElapsedTime(begin));
        }

        await flooding;
        await Until.TrueAsync("the signal arrives", () => tool.Count == 1, Token, () => hub.Errors);
        var answers = string.Join(", ", flood.Answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Key} {answer.Value}"));
        Measured.Write("Knocks of strangers", $"{flood.Answers.Values.Sum()} in {flood.Seconds:0.0} s ({answers}); meanwhile {served.Count} pushes of a partner, each on a connection of its own, "
            + $"median {served.Order().ElementAt(served.Count / 2).TotalMilliseconds:0} ms, longest {served.Max().TotalMilliseconds:0} ms");
        flood.Answers.Keys.ShouldBeSubsetOf(["401", "404", "429", "closed"]);
        flood.Answers.Values.Sum().ShouldBe(1000 * seconds);
        served.Count.ShouldBeGreaterThan(seconds);
        (await new HubDatabaseReader(folder).RecordsAsync(Token)).ShouldBe(served.Count + 1, "the partner's, and the job that ended");
    }

    private static HubFolder Folder(out int mllp, CaseWorkersTool? tool = null)
    {
        var folder = Hospital.AddTo(new HubFolder(tool?.Url ?? "http://127.0.0.1:9/", tool?.Secret ?? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), out mllp);
        return folder.AddSource(new { id = Other, adapter = "hospital" })
            .Caller(Revoked, [Hospital.Id], ["push"])
            .Caller(Ended, [Hospital.Id], ["push"], new { sha256 = HubFolder.HashOf(HubFolder.KeyOf(Ended)), until = "2020-12-31" })
            .Save();
    }

    /// <summary>Half of them from the very address of the partners.</summary>
    private static (string From, int Port, string Text)[] Attempts(int http, int mllp) =>
    [
        ("127.0.0.1", http, Request("POST", $"/intake/{Hospital.Id}", null)),
        ("127.0.0.1", http, Request("POST", $"/intake/{Hospital.Id}", Key(Other))),
        ("127.0.0.1", http, Request("POST", $"/intake/{Hospital.Id}", Key(Revoked))),
        ("127.0.0.1", http, Request("POST", $"/intake/{Hospital.Id}", null, Large)),
        ("127.0.4.1", http, Request("POST", $"/admin/sources/{HubFolder.Ocmw}/run", Key("guessed"))),
        ("127.0.4.2", http, Request("GET", "/health/ready", Key(Ended))),
        ("127.0.4.3", http, "GET /intake HTTP/1.1\r\nHost: hub\r\n\r\n"),
        ("127.0.4.4", mllp, "\vMSH|"),
    ];

    private static string Request(string method, string path, string? authorization, int length = 0) =>
        $"{method} {path} HTTP/1.1\r\nHost: hub\r\n{(authorization is null ? "" : $"Authorization: {authorization}\r\n")}Content-Type: application/hl7-v2\r\nContent-Length: {length}\r\n\r\n";

    private static string Key(string caller) => $"Bearer {HubFolder.KeyOf(caller)}";

    private static byte[] MllpFrame(int number) => [0x0B, .. Encoding.UTF8.GetBytes(Discharge(number)), 0x1C, 0x0D];

    private static string Discharge(int number) => Hospital.Message(number, TestInsz.Number(number), "Naam", "Voornaam", "Straat 1");

    private static async Task<HttpStatusCode> PushAsync(HubFolder folder, string caller, int number)
    {
        using var client = folder.ClientFor(caller);
        using var content = new StringContent(Discharge(number), Encoding.UTF8, "application/hl7-v2");
        using var answer = await client.PostAsync(new Uri($"intake/{Hospital.Id}", UriKind.Relative), content, Token);
        return answer.StatusCode;
    }

    /// <summary>The status; 0 when the hub closed the connection before all was sent, and nothing could be read any more.</summary>
    private static async Task<int> PostLargeAsync(HubFolder folder, string? authorization, bool isChunked)
    {
        using var client = Stranger.From("127.0.5.1", new Uri(folder.Url), authorization);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"intake/{Hospital.Id}") { Content = new ByteArrayContent(new byte[Large]) };
        request.Content.Headers.ContentType = new("application/hl7-v2");
        request.Headers.TransferEncodingChunked = isChunked;
        try
        {
            using var answer = await client.SendAsync(request, Token);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException exception) when (exception.InnerException is IOException)
        {
            return 0;
        }
    }

    /// <summary>Status, headers but the time, and body.</summary>
    private static async Task<string> AnswerAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        using var answer = await client.SendAsync(request, Token);
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {header.Value}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n{await answer.Content.ReadAsStringAsync(Token)}";
    }

    private static async Task AskUntilNobodyAnswersAsync(HttpClient client)
    {
        for (var i = 0; i < 100; i++)
            (await AnswerAsync(client, HttpMethod.Get, "")).ShouldStartWith("401");
    }

    private static async Task<string> HearsAsync(Socket socket, byte[] sent)
    {
        try
        {
            await socket.SendAsync(sent, Token);
            var buffer = new byte[4096];
            return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, Token));
        }
        catch (SocketException)
        {
            return "";
        }
    }

    private static Task WriteJobThatEndedAsync(HubFolder folder) => File.WriteAllTextAsync(
        Path.Combine(folder.Exports, "tewerkstelling-1.csv"),
        $"contractnummer;insz;naam;voornaam;straat;postcode;gemeente;nis;in_dienst;uit_dienst\nA60-1;{TestInsz.Number(9000)};Naam;Voornaam;Straat 1;9000;Gent;44021;01/12/2025;{Recently.LastWeek}\n",
        Token);
}
