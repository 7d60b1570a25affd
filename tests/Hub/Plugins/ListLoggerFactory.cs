using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Tests;

/// <summary>Keeps what is logged, with its category and what was thrown.</summary>
sealed class ListLoggerFactory : ILoggerFactory
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public bool IsDisposed { get; private set; }

    public ILogger CreateLogger(string categoryName) => new ListLogger(categoryName, Lines);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose() => IsDisposed = true;

    private sealed class ListLogger(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category}: {formatter(state, exception)}{exception}");
    }
}
