using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>Tells whether the folder can be read, and which files a first run would read.</summary>
internal sealed class FolderCheck(ExportFolder folder) : IConnectionCheck
{
    public Task<CheckResult> CheckAsync(CancellationToken token)
    {
        try
        {
            var files = folder.List();
            var due = folder.Due(files, Progress.Of(null));
            foreach (var file in due)
            {
                token.ThrowIfCancellationRequested();
                using var stream = file.Open();
            }

            return Task.FromResult(due.Count == 0 ? new CheckResult(false, Nothing()) { HasNothingToRead = true } : new CheckResult(true, Describe(files, due)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(new CheckResult(false, $"{folder.Path} cannot be read ({e.GetType().Name}). Check the path of the folder, and that the hub's user may read the folder and its files."));
        }
    }

    private string Nothing() => $"{folder.Path} can be read and holds no file named {folder.Patterns}. Put an export there, or correct 'files' in the mapping.";

    private string Describe(IReadOnlyList<ExportFile> files, IReadOnlyList<ExportFile> due)
    {
        var names = string.Join(", ", due.Take(10).Select(file => $"{file.Name} ({file.Kind.Kind}, {file.Size} bytes)"));
        var more = due.Count > 10 ? $" and {due.Count - 10} more" : "";
        var others = Directory.GetFiles(folder.Path).Length - files.Count;
        return $"{folder.Path}: a first run reads {names}{more}; older exports left aside: {files.Count - due.Count}; files of no kind: {Math.Max(0, others)}.";
    }
}
