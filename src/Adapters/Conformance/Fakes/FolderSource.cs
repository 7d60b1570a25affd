using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Plugins.Checking.Trial;

namespace IntegrationHub.Adapters.Conformance.Fakes;

/// <summary>A folder with exports, for plugins that read one.</summary>
public sealed class FolderSource : FakeSource
{
    private readonly JsonObject options;

    private FolderSource(JsonObject options, IReadOnlyCollection<string> recordIds) => (this.options, RecordIds) = (options, recordIds);

    /// <inheritdoc/>
    public override JsonObject Options => options;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> RecordIds { get; }

    private string Exports => Path.Combine(Folder, "exports");

    /// <summary>Puts the files in a folder, as if they had lain there for long.</summary>
    /// <param name="files">Text by file name.</param>
    /// <param name="recordIds">The ids of all the records in them.</param>
    /// <param name="options">Options beside the folder; null when there are none.</param>
    /// <param name="option">The option that names the folder.</param>
    /// <param name="token">Cancels.</param>
    public static async Task<FakeSource> StartAsync(
        IReadOnlyDictionary<string, string> files, IReadOnlyCollection<string> recordIds, JsonObject? options = null, string option = "folder", CancellationToken token = default)
    {
        var source = new FolderSource(options ?? [], recordIds);
        source.options[option] = source.Exports;
        foreach (var (name, text) in files)
            await FolderTrial.PutAsync(source.Exports, name, Encoding.UTF8.GetBytes(text), token);
        return source;
    }

    /// <inheritdoc/>
    public override Task GoAwayAsync()
    {
        Directory.Delete(Exports, recursive: true);
        return Task.CompletedTask;
    }
}
