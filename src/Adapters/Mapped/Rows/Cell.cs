namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>One value of a row, without white space around it. It may be personal: <see cref="ToString"/> shows only its kind.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Text">It as text; valid until the next row is read into the same <see cref="RowCells"/>.</param>
internal readonly record struct Cell(CellKind Kind, ReadOnlyMemory<char> Text)
{
    /// <summary>Nothing is filled in.</summary>
    public static Cell Empty => new(CellKind.Empty, default);

    /// <summary>Whether nothing is filled in.</summary>
    public bool IsEmpty => Kind is CellKind.Missing or CellKind.Empty;

    /// <summary>Text, or nothing when there is only white space.</summary>
    public static Cell Of(string? text) => Of((text ?? "").AsMemory().Trim());

    /// <summary>Trimmed text, or nothing.</summary>
    public static Cell Of(ReadOnlyMemory<char> trimmed) => trimmed.IsEmpty ? Empty : new(CellKind.Text, trimmed);

    /// <summary>Shows only the kind.</summary>
    public override string ToString() => $"Cell({Kind})";
}
