using Microsoft.Extensions.Logging.Console;

namespace IntegrationHub.Host.Composition;

/// <summary>Logs go to standard error, a line each; standard output is for signals and results.</summary>
internal static class HubLogging
{
    /// <summary>The environment variable that names a level for every line, of the libraries too.</summary>
    public const string Variable = "HUB_LOG";

    /// <param name="hub">From which level the hub's own lines are written.</param>
    /// <param name="isOnePass">A single pass ends with a summary: no line for each moment and each delivery.</param>
    public static ILoggerFactory Create(LogLevel hub, bool isOnePass = false) => LoggerFactory.Create(logging => Filter(logging, hub, isOnePass)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        })
        .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace));

    // Whoever looks for a fault may see everything, of the libraries too: HUB_LOG=debug, or trace. Not what ASP.NET says of each request: a stranger may put anything into an address.
    private static ILoggingBuilder Filter(ILoggingBuilder logging, LogLevel hub, bool isOnePass) =>
        Enum.TryParse<LogLevel>(Environment.GetEnvironmentVariable(Variable), ignoreCase: true, out var all) ? logging.SetMinimumLevel(all).AddFilter("Microsoft.AspNetCore", LogLevel.Warning) : logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("IntegrationHub", hub)
            .AddFilter("IntegrationHub.Host.Detection", isOnePass ? LogLevel.Warning : hub)
            .AddFilter("IntegrationHub.Host.Delivery", isOnePass ? LogLevel.Warning : hub)
            .AddFilter("Microsoft.Hosting", LogLevel.Error);
}
