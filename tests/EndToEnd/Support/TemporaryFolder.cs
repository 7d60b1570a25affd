namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>A folder that is gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hub-e2e-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
