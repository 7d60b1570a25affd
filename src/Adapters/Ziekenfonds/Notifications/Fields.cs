using System.Xml;

namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>A notification as paths of local names (<c>allowance/period/beginDate</c>, <c>ssin/@replacedBy</c>) and texts. Namespaces do not count.</summary>
internal sealed class Fields
{
    // A cut notification was nested less deep; anything else that calls itself one is stopped here.
    private const int Deepest = 64;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private readonly Dictionary<string, Field> fields = [];

    private Fields()
    {
    }

    /// <summary>The field at a path; null when there is none.</summary>
    public Field? this[string path] => fields.GetValueOrDefault(path);

    /// <summary>Whether anything is at or below a path.</summary>
    public bool Has(string path) => fields.ContainsKey(path);

    /// <summary>Reads a notification; null when it is not XML.</summary>
    public static Fields? Read(ReadOnlyMemory<byte> xml)
    {
        var read = new Fields();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml.ToArray()), Settings);
            return read.Fill(reader) ? read : null;
        }
        catch (XmlException)
        {
            // The caller says so: the parser's message repeats what stands there.
            return null;
        }
    }

    private bool Fill(XmlReader reader)
    {
        var path = new List<string>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth > Deepest:
                    return false;
                case XmlNodeType.Element:
                    path.RemoveRange(Math.Min(path.Count, reader.Depth), path.Count - Math.Min(path.Count, reader.Depth));
                    path.Add(reader.LocalName);
                    AddElement(reader, string.Join('/', path.Skip(1)));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when path.Count > 1:
                    Append(string.Join('/', path.Take(reader.Depth).Skip(1)), reader.Value, LineOf(reader));
                    break;
            }
        }

        return true;
    }

    private void AddElement(XmlReader reader, string path)
    {
        if (path.Length == 0)
            return;
        fields[path] = new Field("", LineOf(reader), fields.ContainsKey(path));
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.LocalName != "xmlns")
                fields[$"{path}/@{reader.LocalName}"] = new Field(reader.Value.Trim(), LineOf(reader), fields[path].IsRepeated);
        }

        reader.MoveToElement();
    }

    private void Append(string path, string text, int line)
    {
        if (fields.TryGetValue(path, out var field))
            fields[path] = field with { Text = (field.Text + text).Trim(), Line = field.Text.Length == 0 ? line : field.Line };
    }

    private static int LineOf(XmlReader reader) => reader is IXmlLineInfo { LineNumber: > 0 } place ? place.LineNumber : 1;
}
