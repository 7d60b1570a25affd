using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>Tells whether the folder can be read, which files a first run would read, and which of those it would refuse.</summary>
internal sealed class FolderCheck(MappingPlan plan, ExportFolder folder, InstanceContext context) : IConnectionCheck
{
    private const int Named = 10;

    public async Task<CheckResult> CheckAsync(CancellationToken token)
    {
        try
        {
            if (folder.NothingToRead() is { } nothing)
                return new CheckResult(false, nothing) { HasNothingToRead = true };
            var files = folder.List();
            if (folder.TooMany(files) is { } tooMany)
                return new CheckResult(false, tooMany);
            var due = folder.Due(files, Progress.Of(null));
            var refused = new List<string>();
            foreach (var file in due.Take(Named))
            {
                if (await RefusalAsync(file, token) is { } refusal)
                    refused.Add($"{file.Shown} would be refused whole: expected {refusal.Expected}. {refusal.ToDo}");
            }

            return refused.Count > 0 ? new CheckResult(false, $"{folder.Path} can be read, but {string.Join(' ', refused)}") : new CheckResult(true, Describe(files, due));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new CheckResult(false, $"{folder.Path} cannot be read ({e.GetType().Name}). Check the path of the folder, and that the hub's user may read the folder and its files.");
        }
    }

    private async Task<FileRefusal?> RefusalAsync(ExportFile file, CancellationToken token)
    {
        await using var stream = file.Open(bufferSize: 0);
        var cutter = RecordCutters.Create(file.Kind, plan.Of(file.Kind.Kind)!.References, (int)Math.Clamp(context.MaxRecordBytes, 1, 512 * 1024 * 1024));
        return (await cutter.OpenAsync(file.Name, stream, token)).Refusal;
    }

    private string Describe(IReadOnlyList<ExportFile> files, IReadOnlyList<ExportFile> due)
    {
        var names = string.Join(", ", due.Take(Named).Select(file => $"{file.Shown} ({file.Kind.Kind}, {file.Size} bytes)"));
        var more = due.Count > Named ? $" and {due.Count - Named} more" : "";
        var older = files.Count == due.Count ? "" : $"; older exports left aside: {files.Count - due.Count}";
        var others = folder.Others() is { Count: > 0 } unnamed ? $"; not named as the mapping says: {ExportFolder.Some(unnamed)}" : "";
        return $"{folder.Path}: a first run reads {names}{more}{older}{others}.{string.Concat(folder.Doubts(files).Select(doubt => $" {doubt}."))}";
    }
}
