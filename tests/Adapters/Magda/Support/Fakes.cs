using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Tests.Support;

internal sealed class FakeState : ISourceState
{
    public ConcurrentDictionary<string, string> Values { get; } = new();

    public Task<string?> GetAsync(string key, CancellationToken token) => Task.FromResult(Values.GetValueOrDefault(key));

    public Task SetAsync(string key, string? value, CancellationToken token)
    {
        if (value is null)
            Values.TryRemove(key, out _);
        else
            Values[key] = value;
        return Task.CompletedTask;
    }
}

internal sealed class FakeCaseload : ICaseload
{
    public List<CaseloadCitizen> Citizens { get; } = [];

    public void Add(string insz, bool hasOpenFile = true) => Citizens.Add(new($"{Citizens.Count + 1:000}", Insz.Parse(insz), hasOpenFile));

    public async IAsyncEnumerable<CaseloadCitizen> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var citizen in Citizens.Where(one => string.CompareOrdinal(one.Position, after ?? "") > 0))
            yield return await Task.FromResult(citizen);
    }
}

internal sealed class FakeSecrets : ISecrets
{
    public Dictionary<string, string> Values { get; } = [];

    public string Open(string reference) => Values.GetValueOrDefault(reference) ?? throw new PermanentFailureException($"Nothing is behind {reference}.");
}

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public void Advance(TimeSpan by) => now += by;
}
