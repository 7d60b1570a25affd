using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>One kind of record: how it is found, known and understood.</summary>
internal sealed record RecordSection
{
    /// <summary>Its name in record ids, checkpoints and snapshots.</summary>
    public required string Kind { get; init; }

    /// <summary>Of a folder: which files, with <c>*</c> and <c>?</c>. Empty otherwise.</summary>
    public string Files { get; init; } = "";

    /// <summary>Whether a name is one of <see cref="Files"/>.</summary>
    public bool IsFile([NotNullWhen(true)] string? name) => Files.Length > 0 && name is { Length: > 0 } && FileSystemName.MatchesSimpleExpression(Files, name);

    /// <summary>How it is written.</summary>
    public required RecordFormat Format { get; init; }

    /// <summary>Of csv: <c>auto</c>, <c>utf-8</c> or <c>windows-1252</c>.</summary>
    public string Encoding { get; init; } = Csv.CsvEncoding.Auto;

    /// <summary>Of csv: <c>auto</c> or what stands between fields.</summary>
    public string Separator { get; init; } = Csv.Separator.Auto;

    /// <summary>Of excel: the worksheet's name; null is the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>Of excel: the row with the headers, from 1.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>Of json and xml: the path of the array or the repeated element; null is the document itself.</summary>
    public string? Rows { get; init; }

    /// <summary>Values from outside the row by name, with their paths; used like columns.</summary>
    public IReadOnlyDictionary<string, string> Outside { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns that identify the record.</summary>
    public required IReadOnlyList<string> Id { get; init; }

    /// <summary>Whether <see cref="Id"/> holds an identifier of a person.</summary>
    public bool IdIsPersonal { get; init; }

    /// <summary>The column with the record's own version; null compares contents.</summary>
    public string? Version { get; init; }

    /// <summary>Which rows are for us; null is all.</summary>
    public Condition? Where { get; init; }

    /// <summary>The column with the INSZ; null when each fact has its own.</summary>
    public string? Citizen { get; init; }

    /// <summary>What the row says of the person, by the name of the field.</summary>
    public IReadOnlyDictionary<string, ValueSection> Person { get; init; } = new Dictionary<string, ValueSection>();

    /// <summary>Columns whose dates may not go back in time, list by list.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Order { get; init; } = [];

    /// <summary>Columns that a file may lack; every other that the mapping names must be in its header.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>Where the mapping names each column first: <c>source.yaml(14,30)</c>.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();

    /// <summary>What the row becomes.</summary>
    public required IReadOnlyList<FactSection> Facts { get; init; }
}
