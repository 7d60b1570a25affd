using System.Xml;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Xml;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Finds the element that repeats in the beginning of an XML document, and what stands in it.</summary>
internal static class XmlSample
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true };

    public static Sample Read(string file, Stream beginning, bool isPart)
    {
        var counts = Walk(beginning, _ => { }, row: null);
        if (counts.Count == 0)
            throw new PermanentFailureException($"{Path.GetFileName(file)}: expected XML, found text that cannot be read as XML. Check the export.");
        var repeated = counts.Where(element => element.Value is { Count: > 1, HasElements: true }).OrderBy(element => element.Key.Count(c => c == '/')).ThenByDescending(element => element.Value.Count).Select(element => element.Key).FirstOrDefault();
        var row = repeated ?? counts.Keys.First();
        var builder = new SampleBuilder();
        beginning.Position = 0;
        Walk(beginning, builder.Add, row);
        if (builder.Rows == 0)
            throw new PermanentFailureException($"{Path.GetFileName(file)}: expected an element that repeats, with the values of a row in it, found none in the first {beginning.Length} bytes. Give a smaller sample.");
        var name = row[(row.LastIndexOf('/') + 1)..];
        var path = counts.Keys.Count(other => other[(other.LastIndexOf('/') + 1)..] == name) == 1 ? "//" + name : row;
        return new Sample
        {
            FileName = Path.GetFileName(file),
            Folder = Path.GetDirectoryName(file)!,
            Format = RecordFormat.Xml,
            Appearance = repeated is null ? "XML, nothing in it repeats" : $"XML, a row in each {name}",
            Settings = [new("rows", Yaml.Quoted(path))],
            Columns = builder.Columns,
            Rows = builder.Rows,
            IsPart = isPart || builder.IsFull,
        };
    }

    /// <summary>Counts the elements by path, and tells what stands in each row; stops where the text is cut off.</summary>
    private static Dictionary<string, ElementCount> Walk(Stream stream, Action<IEnumerable<KeyValuePair<string, string>>> tell, string? row)
    {
        var counts = new Dictionary<string, ElementCount>(StringComparer.Ordinal);
        var path = new List<string>();
        List<KeyValuePair<string, string>>? cells = null;
        var rows = 0;
        try
        {
            using var reader = XmlReader.Create(stream, Settings);
            while (reader.Read() && rows < SampleBuilder.MostRows)
            {
                SafeXml.CheckDepth(reader);
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (counts.TryGetValue(string.Join('/', path), out var parent))
                        parent.HasElements = true;
                    path.Add(reader.LocalName);
                    var full = string.Join('/', path);
                    var count = counts.TryGetValue(full, out var known) ? known : counts[full] = new ElementCount();
                    count.Count++;
                    if (row == full)
                        cells = [];
                    cells?.AddRange(Attributes(reader, row!, full));
                    if (reader.IsEmptyElement)
                        End();
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    cells?.Add(new(Within(row!, string.Join('/', path)), reader.Value));
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    End();
                }
            }
        }
        catch (XmlException) when (counts.Count > 0)
        {
            // The sample is only the beginning of a document: what was read so far tells enough.
        }
        catch (XmlException)
        {
            return counts;
        }

        return counts;

        void End()
        {
            if (cells is not null && row == string.Join('/', path))
            {
                tell(cells);
                cells = null;
                rows++;
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    private static List<KeyValuePair<string, string>> Attributes(XmlReader reader, string row, string full)
    {
        var found = new List<KeyValuePair<string, string>>();
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns" && reader.Prefix != "xsi")
                found.Add(new(Within(row, full) is "." ? "@" + reader.LocalName : $"{Within(row, full)}/@{reader.LocalName}", reader.Value));
        }

        reader.MoveToElement();
        return found;
    }

    private static string Within(string row, string full) => full.Length == row.Length ? "." : full[(row.Length + 1)..];
}
