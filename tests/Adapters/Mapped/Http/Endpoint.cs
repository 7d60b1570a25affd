using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Mapped.Tests.Http;

/// <summary>A real HTTP server on a port of its own, which remembers what it was asked.</summary>
internal sealed class Endpoint : IAsyncDisposable
{
    private readonly WebApplication application;

    private Endpoint(WebApplication application) => this.application = application;

    public string Url => application.Urls.First();

    public List<string> Asked { get; } = [];

    public static async Task<Endpoint> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var endpoint = new Endpoint(builder.Build());
        endpoint.application.Run(async context =>
        {
            lock (endpoint.Asked)
                endpoint.Asked.Add(context.Request.Path + context.Request.QueryString.Value);
            await answer(context);
        });
        await endpoint.application.StartAsync(TestContext.Current.CancellationToken);
        return endpoint;
    }

    public static Task<Endpoint> JsonAsync(Func<HttpRequest, string> answer) => StartAsync(context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer(context.Request), context.RequestAborted);
    });

    public async ValueTask DisposeAsync() => await application.DisposeAsync();
}
