using System.Globalization;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Adapters.Ziekenfonds.Notifications;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ziekenfonds.Files;

/// <summary>Why a file, or what is left of it from some line on, cannot be read. Numbers only: the parser's own message is not used, for it repeats what stands there.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Line">Where.</param>
/// <param name="Character">Where in that line.</param>
/// <param name="Notifications">How many were read before it.</param>
internal sealed record FileProblem(FileProblemKind Kind, long Line = 0, long Character = 0, long Notifications = 0)
{
    /// <summary>The kind of the record that stands for such a file.</summary>
    public const string RecordKind = SourceRecord.WholeFile;

    private const string KindKey = "problem";
    private const string LineKey = "line";
    private const string CharacterKey = "character";
    private const string NotificationsKey = "notifications";

    /// <summary>The record that stands for the file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="head">Its first bytes.</param>
    public SourceRecord ToRecord(string name, ReadOnlyMemory<byte> head) => new()
    {
        Id = $"{RecordKind}:{name}",
        IdIsPersonal = Insz.IsIn(name),
        Kind = RecordKind,
        Raw = head,
        Properties = new Dictionary<string, string>
        {
            [KindKey] = $"{Kind}",
            [LineKey] = Line.ToString(CultureInfo.InvariantCulture),
            [CharacterKey] = Character.ToString(CultureInfo.InvariantCulture),
            [NotificationsKey] = Notifications.ToString(CultureInfo.InvariantCulture),
        },
    };

    /// <summary>The problem that <see cref="ToRecord"/> carried.</summary>
    public static FileProblem Of(IReadOnlyDictionary<string, string> properties)
    {
        return new FileProblem(Enum.TryParse<FileProblemKind>(properties.GetValueOrDefault(KindKey), out var kind) ? kind : FileProblemKind.OtherText, Number(LineKey), Number(CharacterKey), Number(NotificationsKey));

        long Number(string key) => long.TryParse(properties.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>The reason, for a person. The record's id names the file.</summary>
    /// <param name="kinds">Which elements are notifications.</param>
    public Rejection ToRejection(NotificationKinds kinds)
    {
        const string Again = "Export the file again as XML.";
        var (expected, toDo) = Kind switch
        {
            FileProblemKind.Empty => ("XML with notifications, found an empty file", Again),
            FileProblemKind.Zip => ("XML, found a zip file or an Excel workbook (.xlsx)", Again),
            FileProblemKind.OldExcel => ("XML, found an old Excel workbook (.xls)", Again),
            FileProblemKind.Gzip => ("XML, found a gzip file", "Unpack it, and put the XML in the folder."),
            FileProblemKind.Pdf => ("XML, found a PDF", Again),
            FileProblemKind.Html => ("XML, found an HTML page", "Look whether a page to log in was stored in the place of the file."),
            FileProblemKind.Json => ("XML, found JSON", Again),
            FileProblemKind.Nul => ("XML, found NUL bytes: a binary file, or a disk that filled up while the file was written", Again),
            FileProblemKind.DocumentType => ("XML without a document type (<!DOCTYPE), found one", "Leave it out: no notification needs it."),
            FileProblemKind.CutOff => ($"well-formed XML, found an end in the middle of it at {Place}", "Export the file again: it was not written to its end."),
            FileProblemKind.Mistake => ($"well-formed XML, found a mistake at {Place}", "Mend that place and put the file in the folder again: what came before it is stored, the rest is not."),
            FileProblemKind.Nested => ($"elements nested like those of notifications, found far deeper ones at {Place}", Again),
            FileProblemKind.TooLong => ($"texts and tags within limits.maxRecordBytes of hub.json, found a larger one near {Place}", "Look for a tag that is not closed, or raise that limit."),
            FileProblemKind.NoNotifications => ($"at least one element named {kinds.Names}, found none", "When the attestations stand in an element of another name, set the option incapacityElement to it."),
            _ => ("XML, found text that does not begin with <", Again),
        };
        return new Rejection("file", expected, toDo);
    }

    private string Place => string.Create(CultureInfo.InvariantCulture, $"line {Line}, character {Character}, after {Notifications} {(Notifications == 1 ? "notification" : "notifications")}");
}
