using IntegrationHub.Host.Configuration;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IntegrationHub.Host.Telemetry;

/// <summary>Sends what the hub measures and traces to a collector (OTLP over HTTP). Only where one is configured; environment variables of OpenTelemetry name none.</summary>
internal sealed class TelemetryExport(IHubStore store, HubConfiguration configuration, TimeProvider time, ILogger<TelemetryExport> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration.Otlp is not { } collector)
            return;
        // An empty resource: the usual one takes along what the environment holds.
        var resource = ResourceBuilder.CreateEmpty().AddAttributes([new("service.name", "integrationhub"), new("service.instance.id", configuration.Instance)]);
        using var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(HubTelemetry.Name)
            .AddOtlpExporter(otlp => Set(otlp, collector, "v1/traces")).Build();
        using var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(HubTelemetry.Name)
            .AddOtlpExporter((otlp, reader) =>
            {
                Set(otlp, collector, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)Look.TotalMilliseconds;
            }).Build();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var oldest = await store.Journal.OldestUnprocessedAsync(stoppingToken);
                HubTelemetry.SetWaiting(await store.Journal.CountUnprocessedAsync(stoppingToken), oldest is { } since ? time.GetUtcNow() - since : TimeSpan.Zero);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("What waits could not be counted: {Thrown}", Thrown.Describe(exception));
            }

            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static void Set(OtlpExporterOptions otlp, Uri collector, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/{path}");
        otlp.Headers = null;
        otlp.TimeoutMilliseconds = 5_000;
        // Straight to the collector: a proxy would be one that the environment names (HTTP_PROXY), and read along.
        otlp.HttpClientFactory = () => new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMilliseconds(otlp.TimeoutMilliseconds) };
    }
}
