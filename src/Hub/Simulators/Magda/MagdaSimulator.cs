using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Simulators.Magda;

/// <summary>
/// A MAGDA to try the hub without one: one endpoint that answers each service from files. It checks no certificate, signature or schema. Every request is kept in the
/// <see cref="MagdaRequestLog"/> of the application's services.
/// </summary>
public static class MagdaSimulator
{
    /// <summary>Starts it; it listens when this returns. Dispose the application to stop it.</summary>
    public static async Task<WebApplication> StartAsync(MagdaSimulatorOptions options, CancellationToken token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Services.AddSingleton(new MagdaRequestLog(options.RememberRequests));
        var app = builder.Build();
        var desk = new MagdaDesk(options, app.Services.GetRequiredService<MagdaRequestLog>());
        app.MapPost("/{**path}", desk.AnswerAsync);
        app.MapGet("/{**path}", () => Results.Text("MAGDA simulator: POST a SOAP request."));
        await app.StartAsync(token);
        return app;
    }
}
