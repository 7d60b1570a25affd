using System.Text.Json;

namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>Makes cells of JSON values.</summary>
internal static class JsonCells
{
    /// <summary>The cell of a value; an object or list as its text.</summary>
    /// <exception cref="InvalidOperationException">A text holds half a character.</exception>
    public static Cell Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Cell.Of(value.GetString()),
        JsonValueKind.Number => new(CellKind.Number, value.GetRawText().AsMemory()),
        JsonValueKind.True => new(CellKind.Boolean, "true".AsMemory()),
        JsonValueKind.False => new(CellKind.Boolean, "false".AsMemory()),
        JsonValueKind.Null or JsonValueKind.Undefined => Cell.Empty,
        _ => new(CellKind.Object, Whole(value).AsMemory()),
    };

    // Half a character, escaped, passes for JSON until its text is asked for: it is asked for here, where the row can still be refused.
    private static string Whole(JsonElement value)
    {
        var text = value.GetRawText();
        if (text.Contains("\\u", StringComparison.Ordinal))
            Ask(value);
        return text;
    }

    private static void Ask(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            _ = value.GetString();
        else if (value.ValueKind == JsonValueKind.Array)
            value.EnumerateArray().ToList().ForEach(Ask);
        else if (value.ValueKind == JsonValueKind.Object)
            value.EnumerateObject().Where(property => property.Name.Length >= 0).ToList().ForEach(property => Ask(property.Value));
    }

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
