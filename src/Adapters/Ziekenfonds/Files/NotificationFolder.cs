using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Files;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Ziekenfonds.Files;

/// <summary>The folder with files: what lies in it and what of that is to be read.</summary>
internal sealed class NotificationFolder(IOptions<ZiekenfondsOptions> options, InstanceContext context, TimeProvider time)
{
    private readonly ZiekenfondsOptions options = options.Value;

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; } = context.PathOf(options.Value.Folder);

    /// <summary>The files, the longest untouched first. Names that begin with a dot or a tilde are a program's own.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<FolderFile> List() =>
    [
        .. FolderFile.In(Path, options.Files, options.IncapacityElement)
            .OrderBy(file => file.Modified).ThenBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>The files to read now: those that were not read, and that whoever writes them has left alone.</summary>
    public async Task<IReadOnlyList<FolderFile>> DueAsync(IReadOnlyList<FolderFile> files, ReadFiles read, CancellationToken token)
    {
        var due = files.Where(file => !read.IsDone(file)).ToList();
        if (!await FolderFile.WaitUntilSettledAsync(due, TimeSpan.FromSeconds(options.SettleSeconds), time, token))
            return due;

        // A file that changed in between waits for the next run.
        return due.FindAll(file => file.IsUnchanged());
    }
}
