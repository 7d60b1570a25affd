using System.Collections.Concurrent;
using IntegrationHub.Fuzzing.Tests.Mutating;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Fuzzing.Tests.Hub;

/// <summary>Sees every log line, at every level, and what became of every record; keeps what is wrong with it until it is asked.</summary>
internal sealed class Witness : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> problems = new();
    private long accepted;
    private long quarantined;

    public long Accepted => Interlocked.Read(ref accepted);

    public long Quarantined => Interlocked.Read(ref quarantined);

    public void Count(int acceptedNow, int quarantinedNow)
    {
        Interlocked.Add(ref accepted, acceptedNow);
        Interlocked.Add(ref quarantined, quarantinedNow);
    }

    public void Note(string problem) => problems.Enqueue(problem);

    /// <summary>Notes it when a text repeats what was put into the input.</summary>
    public void Look(string where, string text)
    {
        if (Marked.In(text) is { } mark)
            Note($"{where} repeats what the input holds ({mark}): {text[..Math.Min(text.Length, 400)]}");
    }

    /// <summary>What is wrong since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (problems.TryDequeue(out var problem))
            taken.Add(problem);
        return taken;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Look($"a log line ({logLevel})", formatter(state, exception) + exception);

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
        // Nothing is held.
    }
}
