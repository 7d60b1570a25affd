using System.Text.Json;

namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>Makes cells of JSON values.</summary>
internal static class JsonCells
{
    /// <summary>The cell of a value; an object or list as its text.</summary>
    public static Cell Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Cell.Of(value.GetString()),
        JsonValueKind.Number => new(CellKind.Number, value.GetRawText().AsMemory()),
        JsonValueKind.True => new(CellKind.Boolean, "true".AsMemory()),
        JsonValueKind.False => new(CellKind.Boolean, "false".AsMemory()),
        JsonValueKind.Null or JsonValueKind.Undefined => Cell.Empty,
        _ => new(CellKind.Object, value.GetRawText().AsMemory()),
    };

    /// <summary>The elements of a list that stands in a cell; the object itself, or null when it is neither.</summary>
    public static JsonDocument? Parse(Cell cell)
    {
        if (cell.Kind != CellKind.Object)
            return null;
        try
        {
            return JsonDocument.Parse(cell.Text);
        }
        catch (JsonException)
        {
            // A reader of another format made a cell that is not JSON: as good as not there.
            return null;
        }
    }
}
