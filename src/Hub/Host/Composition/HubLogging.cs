using Microsoft.Extensions.Logging.Console;

namespace IntegrationHub.Host.Composition;

/// <summary>Logs go to standard error, a line each; standard output is for signals and results.</summary>
internal static class HubLogging
{
    public static ILoggerFactory Create(LogLevel hub) => LoggerFactory.Create(logging => logging
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        })
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("IntegrationHub", hub)
        .AddFilter("Microsoft.Hosting", LogLevel.Error)
        .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
}
