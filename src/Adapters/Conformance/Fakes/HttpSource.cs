using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationHub.Adapters.Conformance.Fakes;

/// <summary>An HTTP endpoint that answers as a function says, for plugins that ask one.</summary>
public sealed class HttpSource : FakeSource
{
    private readonly HttpListener listener = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Func<HttpListenerRequest, HttpReply> answer;
    private readonly JsonObject options;
    private volatile bool isStalled;
    private Task serving = Task.CompletedTask;

    private HttpSource(Uri url, Func<HttpListenerRequest, HttpReply> answer, JsonObject options, IReadOnlyCollection<string> recordIds, IReadOnlyDictionary<string, string> secrets)
    {
        (this.answer, this.options, RecordIds, Secrets) = (answer, options, recordIds, secrets);
        listener.Prefixes.Add(url.AbsoluteUri);
    }

    /// <inheritdoc/>
    public override JsonObject Options => options;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> RecordIds { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Secrets { get; }

    /// <summary>Listens on a free port of this machine.</summary>
    /// <param name="answer">What each request is answered.</param>
    /// <param name="options">The plugin's options for the address it got.</param>
    /// <param name="recordIds">The ids of all the records it gives.</param>
    /// <param name="secrets">What is behind the references in the options; invented values.</param>
    public static FakeSource Start(
        Func<HttpListenerRequest, HttpReply> answer, Func<Uri, JsonObject> options, IReadOnlyCollection<string> recordIds, IReadOnlyDictionary<string, string>? secrets = null)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}/");
        var source = new HttpSource(url, answer, options(url), recordIds, secrets ?? new Dictionary<string, string>());
        source.listener.Start();
        source.serving = source.ServeAsync();
        return source;
    }

    /// <inheritdoc/>
    public override Task GoAwayAsync()
    {
        listener.Stop();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task StallAsync()
    {
        isStalled = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async ValueTask CleanUpAsync()
    {
        await stop.CancelAsync();
        listener.Close();
        await serving;
        stop.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening && !stop.IsCancellationRequested)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync().WaitAsync(stop.Token));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or OperationCanceledException or IOException)
            {
                // The plugin hung up, or the test is over: what listens still goes on.
                continue;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        // Held open and unanswered until the listener closes.
        if (isStalled)
            return;
        var reply = answer(context.Request);
        var body = Encoding.UTF8.GetBytes(reply.Body);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
            context.Response.Headers[name] = value;
        await context.Response.OutputStream.WriteAsync(body, stop.Token);
        context.Response.Close();
    }
}
