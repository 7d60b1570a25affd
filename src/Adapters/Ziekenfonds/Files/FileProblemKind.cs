namespace IntegrationHub.Adapters.Ziekenfonds.Files;

/// <summary>What can be wrong with a whole file.</summary>
internal enum FileProblemKind
{
    /// <summary>It holds nothing.</summary>
    Empty,

    /// <summary>A zip file, or an Excel workbook (.xlsx).</summary>
    Zip,

    /// <summary>An old Excel workbook (.xls).</summary>
    OldExcel,

    /// <summary>A gzip file.</summary>
    Gzip,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>It begins with NUL bytes.</summary>
    Nul,

    /// <summary>Other text.</summary>
    OtherText,

    /// <summary>A document type: a way to make a reader open other files or swell up.</summary>
    DocumentType,

    /// <summary>XML that ends in the middle.</summary>
    CutOff,

    /// <summary>XML with a mistake.</summary>
    Mistake,

    /// <summary>Elements nested deeper than any notification.</summary>
    Nested,

    /// <summary>A tag or text that no memory should hold.</summary>
    TooLong,

    /// <summary>Other XML than ours.</summary>
    NoNotifications,
}
