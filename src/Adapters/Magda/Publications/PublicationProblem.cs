using System.Globalization;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>Why a file, or what is left of it from some line on, cannot be read. Numbers only: the parser's own message repeats what stands there.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Line">Where.</param>
/// <param name="Subjects">How many subjects were read before it.</param>
internal sealed record PublicationProblem(PublicationProblemKind Kind, long Line, long Subjects)
{
    private const string KindKey = "problem";
    private const string LineKey = "line";
    private const string SubjectsKey = "subjects";

    /// <summary>The record that stands for the file.</summary>
    public SourceRecord ToRecord(string name, ReadOnlyMemory<byte> head) => new()
    {
        Id = $"file:{name}",
        IdIsPersonal = Insz.IsIn(name),
        Kind = SourceRecord.WholeFile,
        Raw = head,
        Properties = new Dictionary<string, string>
        {
            [KindKey] = $"{Kind}",
            [LineKey] = Line.ToString(CultureInfo.InvariantCulture),
            [SubjectsKey] = Subjects.ToString(CultureInfo.InvariantCulture),
            [RecordProperties.File] = name,
        },
    };

    /// <summary>The reason that such a record is refused for.</summary>
    public static Rejection Explain(SourceRecord record)
    {
        var place = $"at line {Number(LineKey)}, after {Number(SubjectsKey)} subjects";
        var (expected, toDo) = record.Properties.GetValueOrDefault(KindKey) switch
        {
            nameof(PublicationProblemKind.CutOff) => ($"well-formed XML, found an end in the middle of it {place}", "Transfer the file again: it was not written to its end. What came before it is stored."),
            nameof(PublicationProblemKind.Mistake) => ($"well-formed XML without a document type, found a mistake {place}", "Transfer the file again; tell MAGDA's service desk when it stays. What came before it is stored, the rest is not."),
            nameof(PublicationProblemKind.TooLong) => ($"texts and tags within limits.maxRecordBytes of hub.json, found a larger one {place}", "Tell MAGDA's service desk, or raise that limit."),
            _ => ($"a publication ({string.Join(", ", PublicationService.Names)}), found other XML", "Take the file out of the folder, or set publicationFiles so that it does not match."),
        };
        return new(PublicationFolder.Shown(record.Properties.GetValueOrDefault(RecordProperties.File)), expected, toDo);

        long Number(string key) => long.TryParse(record.Properties.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
