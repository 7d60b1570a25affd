namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Why a row cannot be split into fields.</summary>
internal enum RowProblem
{
    /// <summary>It can.</summary>
    None,

    /// <summary>A field begins with a quote and none ends it.</summary>
    UnclosedQuote,

    /// <summary>Something other than a separator follows a closing quote.</summary>
    TextAfterQuote,

    /// <summary>It holds more fields than there are columns, and they are not empty.</summary>
    TooManyFields,
}
