using System.Globalization;
using IntegrationHub.Adapters.Mapped.Rows;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Says what kind of thing stands in a cell, never the thing.</summary>
internal static class Found
{
    public static string Describe(Cell cell) => cell.Kind switch
    {
        CellKind.Missing or CellKind.Empty => "nothing",
        CellKind.Boolean => "true or false",
        CellKind.Date => "a date",
        CellKind.Object => cell.Text.Span.StartsWith("[") ? "a list" : "an object",
        CellKind.Number when cell.Text.Span.ContainsAnyExceptInRange('0', '9') => "a number with a sign, a point or an exponent",
        _ => Describe(cell.Text.Span),
    };

    private static string Describe(ReadOnlySpan<char> text) =>
        text.ContainsAnyExceptInRange('0', '9')
            ? string.Create(CultureInfo.InvariantCulture, $"text of {text.Length} characters")
            : string.Create(CultureInfo.InvariantCulture, $"a number of {text.Length} digits");
}
