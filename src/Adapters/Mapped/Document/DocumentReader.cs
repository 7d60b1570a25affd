using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Yaml;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Reads a <c>source.yaml</c> strictly, and reports every mistake at once.</summary>
internal static class DocumentReader
{
    /// <summary>What the file may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["source", "parameters", "read", "records"];

    /// <summary>Reads a file; one that cannot be read is a mistake like any other.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="option">The option of the source in <c>hub.json</c> with a name; null when it is not set.</param>
    public static DocumentReading ReadFile(string path, Func<string, string?> option)
    {
        try
        {
            return Read(Path.GetFileName(path), File.ReadAllText(path), option);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, [$"{path}: cannot be read ({e.GetType().Name}); check the option 'mapping', and that the hub's user may read the file"]);
        }
    }

    /// <summary>Reads a text.</summary>
    public static DocumentReading Read(string name, string text, Func<string, string?> option)
    {
        var mistakes = new Mistakes(name);
        var parameters = new Parameters();
        var root = YamlText.Root(text, mistakes, "source, read and records", "copy an example from the README of the adapter", parameters);
        var document = root is { } place ? Read(place, parameters, text, option) : null;
        return mistakes.Sentences.Count > 0 ? new(null, mistakes.Sentences) : new(document, []);
    }

    private static SourceDocument? Read(YamlPlace place, Parameters parameters, string text, Func<string, string?> option)
    {
        if (YamlMap.Of(place, "source, read and records", Keys) is not { } root)
            return null;
        if (root.NeedText("source", "the version of the format: 1") is { } version && version != "1")
            root.Get("source")!.Value.Report("1, the version of the format that this hub reads", "write 1, or upgrade the hub");
        if (root.Get("parameters") is { } declared)
            parameters.Declare(declared, option);
        var read = root.Need("read", "where the records are: folder, http or sql") is { } section ? ReadSectionReader.Read(section) : null;
        parameters.ForgetUse();
        var records = root.Need("records", "a list of kinds of records")?.Elements("a list of kinds of records").Select(record => RecordSectionReader.Read(record, read)).ToList() ?? [];
        foreach (var (kind, at) in records.Zip(root.Get("records") is { } list ? list.Elements("") : []).Where(pair => pair.First is not null && records.Count(other => other?.Kind == pair.First.Kind) > 1).Skip(1))
            at.Report("another kind for each entry", "give it a name of its own", $"'{kind!.Kind}' again");
        if (records.Count == 0 && root.Has("records"))
            root.Get("records")!.Value.Report("at least one kind of record", "add one");
        if (read is SqlSection && records.Count > 1)
            root.Get("records")!.Value.Report("one kind of record for a query", "make a source of its own for each query, or several facts of one row", "several");
        return read is null ? null : new SourceDocument { Read = read, Records = [.. records.OfType<RecordSection>()], Fingerprint = Fingerprint(text, parameters, read) };
    }

    // Where the files lie and how large a page is says nothing of what a row means.
    private static string Fingerprint(string text, Parameters parameters, ReadSection read) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [text, (read as FolderSection)?.Exports, .. parameters.Used]))).AsSpan(0, 4));
}
