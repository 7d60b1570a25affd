using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>Reads an element by references to what stands below it (<see cref="XmlReference"/>), and values from outside it.</summary>
/// <remarks>A reference under which several different texts stand is no text but a list: taking the first of two citizens would be a guess.</remarks>
internal sealed class XmlRowReader : IRowReader
{
    private readonly IReadOnlyList<string> references;
    private readonly XmlReference?[] places;

    /// <param name="references">What the mapping refers to.</param>
    /// <param name="outside">The names among them that are values from outside the row.</param>
    /// <exception cref="FormatException">A reference is written wrongly.</exception>
    public XmlRowReader(IReadOnlyList<string> references, IReadOnlyCollection<string> outside)
    {
        this.references = references;
        places = [.. references.Select(reference => outside.Contains(reference) ? null : new XmlReference(reference))];
    }

    public string PlaceOf(int reference) => places[reference] is null ? $"value '{references[reference]}' from outside the row" : $"element '{references[reference]}'";

    public Rejection? Read(in RawRow row, RowCells cells)
    {
        if (row.Properties.TryGetValue(RowProperties.RefusedSize, out var size))
            return RowRejection.TooLarge(row.Line, size);
        XElement element;
        try
        {
            using var stream = new MemoryStream(row.Bytes.ToArray(), writable: false);
            using var reader = SafeXml.Open(stream, isAsync: false);
            element = XElement.Load(reader);
        }
        catch (Exception problem) when (problem is XmlException or InvalidOperationException or ArgumentException)
        {
            return new Rejection(RowRejection.Place(row.Line), "an XML element, found text that breaks the rules of XML", "Export it again.");
        }

        var filled = cells.Cells(references.Count);
        for (var i = 0; i < references.Count; i++)
            filled[i] = places[i] is { } place ? CellOf(place.Find(element)) : Outside(row.Properties, references[i]);
        return null;
    }

    private static Cell Outside(IReadOnlyDictionary<string, string> properties, string name) =>
        properties.TryGetValue(RowProperties.Outside(name), out var value) ? Cell.Of(value) : new Cell(CellKind.Missing, default);

    // A list is written as JSON, as the rows of other formats have it.
    private static Cell CellOf(IEnumerable<XObject> found)
    {
        var texts = new List<string>();
        foreach (var one in found)
        {
            if (one is XElement { HasElements: true })
                return new Cell(CellKind.Object, "{}".AsMemory());
            var text = XmlReference.TextOf(one).Trim();
            if (!texts.Contains(text))
                texts.Add(text);
        }

        return texts.Count switch
        {
            0 => new Cell(CellKind.Missing, default),
            1 => Cell.Of(texts[0]),
            _ => new Cell(CellKind.Object, JsonSerializer.Serialize(texts).AsMemory()),
        };
    }
}
