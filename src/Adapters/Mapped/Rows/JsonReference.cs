using IntegrationHub.Adapters.Mapped.Csv;

namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>What a mapping refers to in a row of JSON.</summary>
/// <param name="Name">As the mapping names it.</param>
/// <param name="Path">The path in the row; null for what lies outside it, and for a column.</param>
/// <param name="Folded">Of a column: its header, folded.</param>
internal sealed record JsonReference(string Name, JsonPath? Path, string? Folded)
{
    /// <summary>A column of a worksheet or query.</summary>
    public static JsonReference OfColumn(string name) => new(name, null, HeaderName.Fold(name));

    /// <summary>A path, or the name of a value outside the row.</summary>
    public static JsonReference Of(string name, IReadOnlyDictionary<string, string> outside) =>
        new(name, !outside.ContainsKey(name) && JsonPath.TryParse(name, out var path) ? path : null, null);
}
