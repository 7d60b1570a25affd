using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Json;

/// <summary>Reads single values from anywhere in a JSON document but its lists: what holds for every row of a file or page.</summary>
internal static class JsonOutside
{
    /// <summary>Adds the values found to <paramref name="properties"/>; what is null, a list or an object, or not there, is left out.</summary>
    /// <remarks>A document that breaks off is said to be so when its rows are read.</remarks>
    public static async Task ReadAsync(Stream stream, IReadOnlyDictionary<string, string> outside, Dictionary<string, string> properties, long maxValueBytes, CancellationToken token)
    {
        foreach (var (name, value) in await ReadAsync(stream, outside, maxValueBytes, token))
            properties[RowProperties.Outside(name)] = value;
    }

    /// <summary>The values found by name; with <paramref name="withNulls"/> an empty text where null stands.</summary>
    public static async Task<Dictionary<string, string>> ReadAsync(Stream stream, IReadOnlyDictionary<string, string> outside, long maxValueBytes, CancellationToken token, bool withNulls = false)
    {
        var found = new Dictionary<string, string>();
        if (outside.Count == 0)
            return found;
        var wanted = outside.ToLookup(value => value.Value, value => value.Key);
        stream.Position = 0;
        var scanner = new JsonScanner(stream, maxValueBytes);
        try
        {
            await scanner.PassMarkAsync(token);
            if (await scanner.PeekAsync(token) == '{')
                await WalkAsync(scanner, wanted, found, outside.Count, withNulls, token);
        }
        catch (Exception problem) when (problem is JsonException or ValueTooLargeException)
        {
            // Said with the rows, with the line.
        }

        return found;
    }

    private static async Task WalkAsync(JsonScanner scanner, ILookup<string, string> wanted, Dictionary<string, string> found, int count, bool withNulls, CancellationToken token)
    {
        var names = new List<string>();
        while (found.Count < count && await scanner.NextAsync(token) is { } piece)
        {
            if (piece.Type == JsonTokenType.PropertyName)
            {
                names.RemoveRange(piece.Depth - 1, names.Count - piece.Depth + 1);
                names.Add(piece.Text!);
                if (await scanner.PeekAsync(token) == '[')
                    await scanner.NextValueAsync(token);
            }
            else if ((piece.Text ?? (withNulls && piece.Type == JsonTokenType.Null ? "" : null)) is { } text && names.Count > 0)
            {
                foreach (var name in wanted[string.Join('.', names)])
                    found.TryAdd(name, text);
            }
        }
    }
}
