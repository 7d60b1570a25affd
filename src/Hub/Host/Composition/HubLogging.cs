using Microsoft.Extensions.Logging.Console;

namespace IntegrationHub.Host.Composition;

/// <summary>Logs go to standard error, a line each; standard output is for signals and results.</summary>
internal static class HubLogging
{
    /// <param name="hub">From which level the hub's own lines are written.</param>
    /// <param name="isOnePass">A single pass ends with a summary: no line for each moment and each delivery.</param>
    public static ILoggerFactory Create(LogLevel hub, bool isOnePass = false) => LoggerFactory.Create(logging => logging
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        })
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("IntegrationHub", hub)
        .AddFilter("IntegrationHub.Host.Detection", isOnePass ? LogLevel.Warning : hub)
        .AddFilter("IntegrationHub.Host.Delivery", isOnePass ? LogLevel.Warning : hub)
        .AddFilter("Microsoft.Hosting", LogLevel.Error)
        .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
}
