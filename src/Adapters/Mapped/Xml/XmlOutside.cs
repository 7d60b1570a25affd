using System.Xml;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>Reads values that hold for every row of an XML document, from anywhere in it, in one pass.</summary>
internal static class XmlOutside
{
    private const int LongestValue = 4096;

    /// <summary>Adds the values found to <paramref name="properties"/>.</summary>
    /// <returns>Why the document is refused: a path under which several different values stand could give a row another citizen's. Null when it is not.</returns>
    /// <remarks>A document that breaks off is said to be so when its rows are read.</remarks>
    public static async Task<FileRefusal?> ReadAsync(
        Stream stream, IReadOnlyDictionary<string, string> outside, Dictionary<string, string> properties, long maxValueBytes, CancellationToken token)
    {
        if (outside.Count == 0)
            return null;
        var wanted = await WalkAsync(stream, outside, maxValueBytes, token);
        if (wanted.Find(value => value.IsAmbiguous) is { } ambiguous)
        {
            return new FileRefusal(
                $"one value for all rows at {outside[ambiguous.Name]} (outside: {ambiguous.Name}), found several different ones",
                "write a longer path, or read that value within each row by choosing rows higher up");
        }

        foreach (var value in wanted.Where(value => value.Text is not null))
            properties[RowProperties.Outside(value.Name)] = value.Text!;
        return null;
    }

    /// <summary>The values found by name, the first of each.</summary>
    public static async Task<Dictionary<string, string>> FindAsync(Stream stream, IReadOnlyDictionary<string, string> outside, long maxValueBytes, CancellationToken token) =>
        (await WalkAsync(stream, outside, maxValueBytes, token)).Where(value => value.Text is not null).ToDictionary(value => value.Name, value => value.Text!);

    private static async Task<List<OutsideValue>> WalkAsync(Stream stream, IReadOnlyDictionary<string, string> outside, long maxValueBytes, CancellationToken token)
    {
        stream.Position = 0;
        var bound = new NodeBoundStream(stream, maxValueBytes);
        using var reader = SafeXml.Open(bound, isAsync: true);
        var wanted = outside.Select(value => new OutsideValue(value.Key, value.Value)).ToList();
        try
        {
            await WalkAsync(reader, bound, wanted, token);
        }
        catch (Exception problem) when (problem is XmlException or ValueTooLargeException)
        {
            // Said with the rows, with the line.
        }

        return wanted;
    }

    private static async Task WalkAsync(XmlReader reader, NodeBoundStream bound, List<OutsideValue> wanted, CancellationToken token)
    {
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            token.ThrowIfCancellationRequested();
            SafeXml.CheckDepth(reader);
            bound.Begin();
            if (reader.Depth < names.Count)
                names.RemoveRange(reader.Depth, names.Count - reader.Depth);
            if (reader.NodeType == XmlNodeType.Element)
            {
                names.Add(reader.LocalName);
                foreach (var value in wanted)
                    value.TakeAttribute(reader, names);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && wanted.Exists(value => value.IsAt(names)))
            {
                var text = (await reader.GetValueAsync()).Trim();
                foreach (var value in wanted.Where(value => value.IsAt(names) && text.Length <= LongestValue))
                    value.Take(text);
            }
        }
    }
}
