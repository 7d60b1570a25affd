using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>The first rows of a file, cell by cell.</summary>
internal sealed record Sample
{
    /// <summary>The file's name, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The folder it lies in.</summary>
    public required string Folder { get; init; }

    /// <summary>How its records are written.</summary>
    public required RecordFormat Format { get; init; }

    /// <summary>What the file looks like, in words: "semicolons, windows-1252".</summary>
    public required string Appearance { get; init; }

    /// <summary>What its record section says beside the format: <c>rows</c>, <c>sheet</c>, <c>headerRow</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>Its columns or paths, in the order of the file.</summary>
    public required IReadOnlyList<SampleColumn> Columns { get; init; }

    /// <summary>How many rows were looked at.</summary>
    public required int Rows { get; init; }

    /// <summary>How many rows could not be taken apart and were left out.</summary>
    public int BrokenRows { get; init; }

    /// <summary>Whether the file goes on beyond what was looked at.</summary>
    public bool IsPart { get; init; }

    /// <summary>What a person must know of the file: sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
