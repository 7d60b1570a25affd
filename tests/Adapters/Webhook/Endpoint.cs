using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Adapters.Webhook.Tests;

/// <summary>A real listener that answers as the test says and counts what came.</summary>
internal sealed class Endpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;

    private Endpoint(WebApplication app) => this.app = app;

    public int Requests => Volatile.Read(ref requests);

    public string Url => app.Urls.Single() + "/webhooks";

    public static async Task<Endpoint> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var endpoint = new Endpoint(builder.Build());
        endpoint.app.Run(context =>
        {
            Interlocked.Increment(ref endpoint.requests);
            return answer(context);
        });
        await endpoint.app.StartAsync(TestContext.Current.CancellationToken);
        return endpoint;
    }

    public static Task<Endpoint> StartAsync(int status, Action<IHeaderDictionary>? headers = null) => StartAsync(context =>
    {
        headers?.Invoke(context.Response.Headers);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
