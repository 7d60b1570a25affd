namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>What kind of thing stands in a cell.</summary>
internal enum CellKind
{
    /// <summary>The row has no such column or path.</summary>
    Missing,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, as the source wrote it.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A date or instant that the format itself knows as one, as ISO 8601.</summary>
    Date,

    /// <summary>An object or a list, as the source wrote it.</summary>
    Object,
}
