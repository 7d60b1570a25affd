using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Adapters.Webhook.Tests;

public sealed class WebhookPlugin() : PluginConformance("src/Adapters/Webhook");

public sealed class WebhookAsDestination() : RefusingDestinationConformance("src/Adapters/Webhook")
{
    protected override async Task<RefusingTool> StartRefusingToolAsync()
    {
        var tool = new Receiver();
        await tool.StartAsync();
        return tool;
    }

    /// <summary>Keeps a signal once, by its <c>webhook-id</c>, as the README asks.</summary>
    private sealed class Receiver : RefusingTool
    {
        private readonly ConcurrentDictionary<string, bool> kept = new();
        private Endpoint? endpoint;
        private int status = 200;
        private volatile bool isStalled;

        public override JsonObject Options => new() { ["url"] = url, ["secrets"] = new JsonArray("env:INBOX_SECRET"), ["allowInternal"] = new JsonArray("127.0.0.1") };

        public override IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string> { ["env:INBOX_SECRET"] = FixedSecrets.Good };

        public override int Items => kept.Count;

        private string url = "";

        public async Task StartAsync()
        {
            endpoint = await Endpoint.StartAsync(AnswerAsync);
            url = endpoint.Url;
        }

        public override Task RefuseAsync()
        {
            status = 422;
            return Task.CompletedTask;
        }

        public override Task StallAsync()
        {
            isStalled = true;
            return Task.CompletedTask;
        }

        public override async Task GoAwayAsync()
        {
            if (endpoint is not null)
                await endpoint.DisposeAsync();
            endpoint = null;
        }

        protected override async ValueTask CleanUpAsync() => await GoAwayAsync();

        private async Task AnswerAsync(HttpContext context)
        {
            if (isStalled)
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            context.Response.StatusCode = status;
            if (status == 200 && context.Request.Method == "POST")
                kept.TryAdd(context.Request.Headers["webhook-id"].ToString(), true);
        }
    }
}
