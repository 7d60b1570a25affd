using System.Text.Json.Nodes;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Conformance.Fakes;

/// <summary>A small stand-in for the system that the plugin connects. Each test starts one of its own.</summary>
public abstract class FakeSystem : IAsyncDisposable
{
    private readonly Lazy<string> folder = new(() => Directory.CreateTempSubdirectory("hub-fake-").FullName);

    private bool isDisposed;

    /// <summary>A temporary folder; relative paths in options start here. Deleted at the end.</summary>
    public string Folder => folder.Value;

    /// <summary>The options under which the plugin finds this system, as they would stand in <c>hub.json</c>.</summary>
    public abstract JsonObject Options { get; }

    /// <summary>What is behind the references in <see cref="Options"/>; invented values.</summary>
    public virtual IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string>();

    /// <summary>The citizens whom a source may ask about, for sources that ask by citizen.</summary>
    public virtual IReadOnlyList<Insz> Caseload { get; } = [];

    /// <summary>From now on it cannot be reached: stop listening, remove the folder.</summary>
    public abstract Task GoAwayAsync();

    /// <summary>From now on it takes a question and never answers. What has no one to answer (a folder) stays as it is.</summary>
    public virtual Task StallAsync() => Task.CompletedTask;

    /// <summary>Calls <see cref="CleanUpAsync"/> and deletes the folder, the first time.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true))
            return;
        await CleanUpAsync();
        if (folder.IsValueCreated && Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops what was started.</summary>
    protected virtual ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}
