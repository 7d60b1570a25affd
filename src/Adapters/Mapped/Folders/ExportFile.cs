using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Files;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>A file in the folder, as it was when it was listed.</summary>
/// <param name="Kind">What its rows are.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Modified">Ticks (UTC) of its last change.</param>
internal sealed record ExportFile(RecordSection Kind, string Path, long Size, long Modified) : FolderFile(Path, Size, Modified)
{
    /// <summary>Identifies this very export: another file, a changed file and another way of reading it have another. In the clear, so with the name as it may be shown.</summary>
    public string IdUnder(string readingOptions) => IdOf(Shown, Size, Modified, readingOptions);

    /// <summary>The same of the real name, in 8 characters: a checkpoint remembers thousands of them, and files that differ in an INSZ alone are two.</summary>
    public string KeyUnder(string readingOptions) => KeyOf(IdOf(Name, Size, Modified, readingOptions))[..8];
}
