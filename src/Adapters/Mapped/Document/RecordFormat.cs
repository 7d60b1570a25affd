namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>How records are written.</summary>
internal enum RecordFormat
{
    /// <summary>Rows with separators, below a header.</summary>
    Csv,

    /// <summary>A worksheet.</summary>
    Excel,

    /// <summary>An array in a JSON document.</summary>
    Json,

    /// <summary>A JSON object on each line.</summary>
    JsonLines,

    /// <summary>A repeated element.</summary>
    Xml,

    /// <summary>Rows of a query.</summary>
    Sql,
}
