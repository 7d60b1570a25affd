using System.Net;
using System.Net.Http.Headers;
using System.Text;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>A hospital that posts what it has over HTTP, several messages at once. What got no answer, or "later", it posts again: to whichever hub answers.</summary>
internal sealed class PushPartner(IReadOnlyList<Uri> hubs, Mannered manners, Random dice) : IDisposable
{
    public const string Id = "az-http";
    private readonly HttpClient client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(20) })
    {
        Timeout = TimeSpan.FromSeconds(20),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", HubFolder.KeyOf(Id)) },
    };

    public Outbox<Hl7Text> Outbox { get; } = new();

    /// <summary>Answers that a partner should never get.</summary>
    public List<string> Surprises { get; } = [];

    public async Task RunAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            var messages = Outbox.Take(dice.Next(1, 12)).ToArray();
            if (messages.Length > 0)
                await HandOverAsync(messages, token);
            Outbox.Acknowledged(messages.Length);
            await Task.Delay(dice.Next(100, 300), token);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task HandOverAsync(Hl7Text[] messages, CancellationToken token)
    {
        switch (manners.Take())
        {
            case Manner.Duplicated:
                await Task.WhenAll(hubs.Select(hub => UntilAcknowledgedAsync(hub, messages, token)));
                await UntilAcknowledgedAsync(AnyHub(), messages, token);
                break;
            case Manner.Reordered:
                dice.Shuffle(messages);
                await Task.WhenAll(messages.Chunk(3).Reverse().Select(part => UntilAcknowledgedAsync(AnyHub(), part, token)));
                break;
            case Manner.Split:
                await BreakOffAsync(AnyHub(), messages, token);
                foreach (var message in messages)
                    await UntilAcknowledgedAsync(AnyHub(), [message], token);
                break;
            default:
                await UntilAcknowledgedAsync(AnyHub(), messages, token);
                break;
        }
    }

    private Uri AnyHub() => hubs[dice.Next(hubs.Count)];

    private async Task UntilAcknowledgedAsync(Uri hub, Hl7Text[] messages, CancellationToken token)
    {
        while (!await PostAsync(hub, messages, token))
        {
            await Task.Delay(Random.Shared.Next(50, 300), token);
            hub = hubs[Random.Shared.Next(hubs.Count)];
        }
    }

    private async Task<bool> PostAsync(Uri hub, Hl7Text[] messages, CancellationToken token)
    {
        try
        {
            using var content = new ByteArrayContent(Body(messages));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/hl7-v2");
            using var answer = await client.PostAsync(new Uri(hub, $"intake/{Id}"), content, token);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
                Surprises.Add($"A push was answered {(int)answer.StatusCode}");
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !token.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Sends half of a request and goes away.</summary>
    private static async Task BreakOffAsync(Uri hub, Hl7Text[] messages, CancellationToken token)
    {
        var body = Body(messages);
        var head = $"POST /intake/{Id} HTTP/1.1\r\nHost: {hub.Authority}\r\nAuthorization: Bearer {HubFolder.KeyOf(Id)}\r\nContent-Type: application/hl7-v2\r\nContent-Length: {body.Length}\r\n\r\n";
        await BrokenOff.SendAsync(hub.Port, [.. Encoding.ASCII.GetBytes(head), .. body[..(body.Length / 2)]], token);
    }

    private static byte[] Body(Hl7Text[] messages) => Encoding.UTF8.GetBytes(string.Concat(messages.Select(message => message.Text)));
}
