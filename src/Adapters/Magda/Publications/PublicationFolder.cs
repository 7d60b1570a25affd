using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Files;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>The folder into which the customer's own FTPS transfer puts MAGDA's publications.</summary>
internal sealed class PublicationFolder(MagdaOptions options, InstanceContext context, TimeProvider clock)
{
    /// <summary>The files in the order of what they tell: the time at the end of MAGDA's names, else of their last change. Names that begin with a dot or a tilde are a program's own.</summary>
    /// <exception cref="PermanentFailureException">The folder does not exist.</exception>
    public IReadOnlyList<FolderFile> List()
    {
        if (options.Publications is null)
            return [];
        var folder = new DirectoryInfo(context.PathOf(options.Publications));
        if (!folder.Exists)
            throw new PermanentFailureException($"publications: the folder {folder.FullName} does not exist; name the one into which MAGDA's publications are transferred.");
        return
        [
            .. FolderFile.In(folder.FullName, options.PublicationFiles)
                .OrderBy(file => Stamp(file.Name), StringComparer.Ordinal).ThenBy(file => file.Modified).ThenBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The files to read now: those that were not read, and that whoever writes them has left alone.</summary>
    public async Task<IReadOnlyList<FolderFile>> DueAsync(IReadOnlyList<FolderFile> files, ReadFiles read, CancellationToken token)
    {
        var due = files.Where(file => !read.IsDone(file)).ToList();
        if (!await FolderFile.WaitUntilSettledAsync(due, TimeSpan.FromSeconds(options.SettleSeconds), clock, token))
            return due;

        // A file that changed in between waits for the next run.
        return due.FindAll(file => file.IsUnchanged());
    }

    /// <summary>A name that may be shown: one as MAGDA makes them, with a time at its end and no other long number.</summary>
    public static string Shown(string? name)
    {
        if (name is null || Stamp(name).Length == 0)
            return "its file";
        var prefix = name[..name.LastIndexOf('_')];
        return prefix.Count(char.IsAsciiDigit) < 11 && prefix.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? name : "its file";
    }

    // persoon.publiceermutatiepersoon-0202_20190324155516000.xml
    private static string Stamp(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        var last = stem[(stem.LastIndexOf('_') + 1)..];
        return last.Length >= 14 && last.All(char.IsAsciiDigit) ? last : "";
    }
}
