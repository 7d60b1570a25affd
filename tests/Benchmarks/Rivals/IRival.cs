namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>One way to move records over the broker.</summary>
internal interface IRival : IAsyncDisposable
{
    /// <summary>Publishes so many records and consumes them.</summary>
    Task RunAsync(int records);
}
