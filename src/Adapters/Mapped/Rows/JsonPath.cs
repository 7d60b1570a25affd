using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>A way into a JSON value: names with dots between them, and places in lists (<c>names[0]</c>). A name with dots in it stands between quotes: <c>['a.b']</c>.</summary>
internal sealed class JsonPath
{
    private readonly (string? Name, int Index)[] steps;

    private JsonPath((string? Name, int Index)[] steps) => this.steps = steps;

    /// <summary>Reads a path.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonPath? path)
    {
        path = null;
        var found = new List<(string?, int)>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (rest[0] == '[')
            {
                var end = rest.IndexOf(']');
                if (end < 2)
                    return false;
                var inside = rest[1..end];
                if (inside[0] == '\'' && inside[^1] == '\'' && inside.Length > 2)
                    found.Add((inside[1..^1].ToString(), 0));
                else if (int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                    found.Add((null, index));
                else
                    return false;
                rest = rest[(end + 1)..];
            }
            else
            {
                if (found.Count > 0)
                {
                    if (rest[0] != '.')
                        return false;
                    rest = rest[1..];
                }

                var end = rest.IndexOfAny('.', '[');
                var name = end < 0 ? rest : rest[..end];
                if (name.IsEmpty)
                    return false;
                found.Add((name.ToString(), 0));
                rest = rest[name.Length..];
            }
        }

        path = found.Count == 0 ? null : new JsonPath([.. found]);
        return path is not null;
    }

    /// <summary>The value there; false when something on the way is not.</summary>
    public bool TryFind(JsonElement from, out JsonElement found)
    {
        found = from;
        foreach (var (name, index) in steps)
        {
            if (name is not null)
            {
                if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
                    return false;
            }
            else if (found.ValueKind != JsonValueKind.Array || index >= found.GetArrayLength())
            {
                return false;
            }
            else
            {
                found = found[index];
            }
        }

        return true;
    }
}
