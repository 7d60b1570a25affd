using System.IO.Enumeration;
using IntegrationHub.Adapters.Sdk;
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
    public IReadOnlyList<NotificationFile> List() =>
    [
        .. new DirectoryInfo(Path).GetFiles()
            .Where(file => file.Name[0] is not ('.' or '~') && FileSystemName.MatchesSimpleExpression(options.Files, file.Name))
            .Select(file => new NotificationFile(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks, options.IncapacityElement))
            .OrderBy(file => file.Modified).ThenBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>The files to read now: those that were not read, and that whoever writes them has left alone.</summary>
    public async Task<IReadOnlyList<NotificationFile>> DueAsync(IReadOnlyList<NotificationFile> files, ReadFiles read, CancellationToken token)
    {
        var due = files.Where(file => !read.IsDone(file)).ToList();
        var now = time.GetUtcNow().UtcTicks;
        var settle = TimeSpan.FromSeconds(options.SettleSeconds);
        if (settle == TimeSpan.Zero || due.TrueForAll(file => now - file.Modified >= settle.Ticks))
            return due;

        // Somebody may be writing: look twice. A file that changed in between waits for the next run.
        await Task.Delay(settle, time, token);
        return due.FindAll(file => file.IsUnchanged());
    }
}
