namespace IntegrationHub.Files;

/// <summary>An element that was cut out of a file, by itself.</summary>
/// <param name="Xml">The element in UTF-8; of one that is too large its beginning.</param>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="RefusedSize">Bytes of one that is larger than a record may be; null of any other.</param>
public sealed record CutElement(ReadOnlyMemory<byte> Xml, int Line, long? RefusedSize)
{
    /// <summary>Shows the size only.</summary>
    public override string ToString() => $"CutElement({Xml.Length} bytes)";
}
