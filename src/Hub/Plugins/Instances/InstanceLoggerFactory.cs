using IntegrationHub.Plugins.Loading;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Instances;

/// <summary>
/// The host's loggers with the instance's id behind the category, so that two sources of one plugin can be told apart; behind it, because filters go by the front of a category.
/// An exception that a plugin logs is described, never printed: its message may repeat what was in a record.
/// </summary>
sealed class InstanceLoggerFactory(ILoggerFactory host, string instanceId) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new WithoutMessages(host.CreateLogger($"{categoryName}[{instanceId}]"));

    // Where logs go is the host's choice: a plugin that brings a provider of its own is not heard.
    public void AddProvider(ILoggerProvider provider)
    {
    }

    // The host owns the inner factory.
    public void Dispose()
    {
    }

    private sealed class WithoutMessages(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => inner.Log(
            logLevel, eventId, state, exception: null, exception is null ? formatter : (said, _) => $"{formatter(said, null)} ({Thrown.Describe(exception)})");
    }
}
