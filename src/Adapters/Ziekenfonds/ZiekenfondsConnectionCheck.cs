using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Adapters.Ziekenfonds.Files;

namespace IntegrationHub.Adapters.Ziekenfonds;

/// <summary>Tells whether the folder can be read, and which files a first run would read.</summary>
internal sealed class ZiekenfondsConnectionCheck(NotificationFolder folder) : IConnectionCheck
{
    private const int Named = 10;

    public Task<CheckResult> CheckAsync(CancellationToken token)
    {
        try
        {
            var files = folder.List();
            foreach (var file in files.Take(Named))
            {
                token.ThrowIfCancellationRequested();
                using var stream = file.Open();
            }

            var names = string.Join(", ", files.Take(Named).Select(file => $"{file.Shown} ({file.Size} bytes)"));
            var more = files.Count > Named ? $" and {files.Count - Named} more" : "";
            return Task.FromResult(new CheckResult(true, files.Count == 0 ? $"{folder.Path} can be read and holds no file of ours yet." : $"{folder.Path}: a first run reads {names}{more}."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(new CheckResult(false, $"{folder.Path} cannot be read ({e.GetType().Name}). Check the option folder, and that the hub's user may read the folder and its files."));
        }
    }
}
