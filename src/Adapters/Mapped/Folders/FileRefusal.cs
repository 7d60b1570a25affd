using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>Why a whole file is refused: it is not what it claims to be.</summary>
/// <param name="Expected">What was expected and what kind of thing was found.</param>
/// <param name="ToDo">What to do.</param>
internal sealed record FileRefusal(string Expected, string ToDo)
{
    /// <summary>What to do, as a sentence.</summary>
    public string ToDo { get; } = $"{char.ToUpperInvariant(ToDo[0])}{ToDo[1..].TrimEnd('.')}.";

    /// <summary>The kind of the record that stands for a refused file.</summary>
    public const string Kind = SourceRecord.WholeFile;

    private const string Resave = "save the export as CSV (comma or semicolon delimited) and put it in the folder again, or name its real format in the mapping";

    public static FileRefusal Empty { get; } = new("a CSV file with a header line, found an empty file", "export it again: the hub withdraws nothing on the ground of an empty file");

    public static FileRefusal NoRows { get; } = new(
        "at least one row below the header of a complete export, found none",
        "export it again: read as it is, everything this kind of file ever brought would be withdrawn. When that is right, close the last records in the export instead of leaving them out");

    public static FileRefusal Utf16 { get; } = new("text in UTF-8 or Windows-1252, found UTF-16", "save the export as 'CSV UTF-8'");

    public static FileRefusal Nul { get; } = new("text, found NUL bytes: a binary file, or a disk that filled up while the file was written", "export it again as CSV");

    public static FileRefusal CarriageReturns { get; } = new("lines that end with LF or CR LF, found CR only", Resave);

    public static FileRefusal LongHeader { get; } = new("a header line of at most 64 kB, found none", Resave);

    public static FileRefusal NotUtf8 { get; } = new(
        "text in UTF-8, found bytes that are not",
        "export it again as UTF-8, or set encoding to auto or windows-1252");

    public static FileRefusal Utf8Mark { get; } = new("text in Windows-1252, found the byte order mark of UTF-8", "set encoding to auto or utf-8");

    /// <summary>A file of another format, known by its first bytes.</summary>
    public static FileRefusal Format(string found) => new($"CSV text, found {found}", Resave);

    /// <summary>The record that stands for a file, so that the normaliser stays pure.</summary>
    public SourceRecord ToRecord(string file, ReadOnlyMemory<byte> kept, long? line = null) => new()
    {
        Id = $"{Kind}:{file}",
        IdIsPersonal = Insz.IsIn(file),
        Kind = Kind,
        Raw = kept,
        Line = line,
        Properties = new Dictionary<string, string> { [RowProperties.File] = file, [RowProperties.Expected] = Expected, [RowProperties.ToDo] = ToDo, [RowProperties.Seal] = SealOf(file, Expected, ToDo) },
    };

    /// <summary>The record that says that a file, refused before, was read well: it takes the place of the one in quarantine.</summary>
    public static SourceRecord Mended(string file) => new()
    {
        Id = $"{Kind}:{file}", IdIsPersonal = Insz.IsIn(file), Kind = Kind, Raw = default, Properties = new Dictionary<string, string> { [RowProperties.Mended] = "1" },
    };

    /// <summary>The rejection that <see cref="ToRecord"/> carried. Texts that it did not make are not repeated: they may be anybody's.</summary>
    public static Rejection RejectionOf(IReadOnlyDictionary<string, string> properties)
    {
        var (file, expected, toDo) = (properties.GetValueOrDefault(RowProperties.File, ""), properties.GetValueOrDefault(RowProperties.Expected, ""), properties.GetValueOrDefault(RowProperties.ToDo, ""));
        return properties.GetValueOrDefault(RowProperties.Seal) == SealOf(file, expected, toDo)
            ? new Rejection($"file {Insz.Mask(file)}", expected, toDo)
            : new Rejection("file", "a file of the format that the mapping names, found another", "Read the source again: the reason is told anew.");
    }

    private static string SealOf(string file, string expected, string toDo) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file}\0{expected}\0{toDo}")).AsSpan(0, 8));
}
