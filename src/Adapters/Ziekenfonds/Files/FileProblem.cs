using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ziekenfonds.Files;

/// <summary>Why a file, or what is left of it from some line on, cannot be read.</summary>
/// <param name="Expected">What was expected and what kind of thing was found.</param>
/// <param name="ToDo">What to do.</param>
internal sealed record FileProblem(string Expected, string ToDo)
{
    /// <summary>The kind of the record that stands for such a file.</summary>
    public const string Kind = "file";

    private const string Again = "Export the file again as XML.";
    private const string File = "file";
    private const string ExpectedKey = "expected";
    private const string ToDoKey = "toDo";

    /// <summary>The file holds nothing.</summary>
    public static FileProblem Empty { get; } = new("XML with notifications, found an empty file", Again);

    /// <summary>A document type: a way to make a reader open other files or swell up.</summary>
    public static FileProblem DocumentType { get; } = new("XML without a document type (<!DOCTYPE), found one", "Leave it out: no notification needs it.");

    /// <summary>A file of another format, known by its first bytes.</summary>
    public static FileProblem Format(string found) => new($"XML, found {found}", Again);

    /// <summary>XML that breaks off or goes wrong; the parser's own message is not used, for it repeats what stands there.</summary>
    public static FileProblem NotWellFormed(int line, int column, bool isCutOff, long notifications) => new(
        $"well-formed XML, found {(isCutOff ? "an end in the middle of it" : "a mistake")} at line {line}, character {column}, after {notifications} notifications",
        isCutOff ? "Export the file again: it was not written to its end." : "Mend that place and put the file in the folder again: what came before it is stored, the rest is not.");

    /// <summary>Deeper than any notification.</summary>
    public static FileProblem Nested(int line, int deepest) => new($"elements nested at most {deepest} deep, found deeper ones at line {line}", Again);

    /// <summary>A piece of XML that no memory should hold.</summary>
    public static FileProblem TooLong(int line, long limit, long notifications) => new(
        $"texts and tags of at most {limit} bytes, found a larger one near line {line}, after {notifications} notifications",
        "Look for a tag that is not closed, or raise limits.maxRecordBytes in hub.json.");

    /// <summary>Other XML than ours.</summary>
    public static FileProblem NoNotifications(string names, string root) => new(
        $"at least one element named {names}, found none below <{root}>",
        "When the attestations stand in an element of another name, set the option incapacityElement to it.");

    /// <summary>As properties of the record that stands for the file, so that the normaliser stays pure.</summary>
    public Dictionary<string, string> ToProperties(string file) => new() { [File] = file, [ExpectedKey] = Expected, [ToDoKey] = ToDo };

    /// <summary>The rejection that <see cref="ToProperties"/> carried.</summary>
    public static Rejection RejectionOf(IReadOnlyDictionary<string, string> properties) => new(
        $"file {properties.GetValueOrDefault(File, "without a name")}", properties.GetValueOrDefault(ExpectedKey, "XML"), properties.GetValueOrDefault(ToDoKey, Again));
}
