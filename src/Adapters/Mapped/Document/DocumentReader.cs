using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Reads a <c>source.yaml</c> strictly, and reports every mistake at once.</summary>
internal static class DocumentReader
{
    /// <summary>What the file may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["source", "parameters", "read", "records"];

    private const string LookAt = "look at the indentation, and put quotes around text with ': ', '#' or a leading '*', '&', '@' or '%'";

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
        var document = Root(text, mistakes) is { } root ? Read(new YamlPlace(root, "", mistakes, new Parameters()), text, option) : null;
        return mistakes.Sentences.Count > 0 ? new(null, mistakes.Sentences) : new(document, []);
    }

    private static YamlNode? Root(string text, Mistakes mistakes)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents.Count > 0)
                return yaml.Documents[0].RootNode;
            mistakes.Add(Mark.Empty, "the file", "source, read and records", "an empty file", "copy an example from the README of the adapter");
        }
        catch (YamlException e)
        {
            mistakes.Add(e.Start, "the file", "YAML", "something else (" + e.Message.TrimEnd('.') + ")", "correct it there: " + LookAt);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The parser loses its way in some broken documents without saying where.
            mistakes.Add(Mark.Empty, "the file", "YAML", "something else", LookAt);
        }

        return null;
    }

    private static SourceDocument? Read(YamlPlace place, string text, Func<string, string?> option)
    {
        if (YamlMap.Of(place, "source, read and records", Keys) is not { } root)
            return null;
        if (root.NeedText("source", "the version of the format: 1") is { } version && version != "1")
            root.Get("source")!.Value.Report("1, the version of the format that this hub reads", "write 1, or upgrade the hub");
        if (root.Get("parameters") is { } parameters)
            place.Parameters.Declare(parameters, option);
        var read = root.Need("read", "where the records are: folder, http or sql") is { } section ? ReadSectionReader.Read(section) : null;
        place.Parameters.ForgetUse();
        var records = root.Need("records", "a list of kinds of records")?.Elements("a list of kinds of records").Select(record => RecordSectionReader.Read(record, read)).ToList() ?? [];
        foreach (var (kind, at) in records.Zip(root.Get("records") is { } list ? list.Elements("") : []).Where(pair => pair.First is not null && records.Count(other => other?.Kind == pair.First.Kind) > 1).Skip(1))
            at.Report("another kind for each entry", "give it a name of its own", $"'{kind!.Kind}' again");
        if (records.Count == 0 && root.Has("records"))
            root.Get("records")!.Value.Report("at least one kind of record", "add one");
        if (read is SqlSection && records.Count > 1)
            root.Get("records")!.Value.Report("one kind of record for a query", "make a source of its own for each query, or several facts of one row", "several");
        return read is null ? null : new SourceDocument { Read = read, Records = [.. records.OfType<RecordSection>()], Fingerprint = Fingerprint(text, place.Parameters, read) };
    }

    // Where the files lie and how large a page is says nothing of what a row means.
    private static string Fingerprint(string text, Parameters parameters, ReadSection read) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [text, (read as FolderSection)?.Exports, .. parameters.Used]))).AsSpan(0, 4));
}
