namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>One Onderwerp cut out of its file.</summary>
/// <param name="Xml">The element by itself; as much of it as was kept when it is too large.</param>
/// <param name="Line">The line of the file that it begins on.</param>
/// <param name="RefusedSize">About how many bytes it is, when that is more than a record may be.</param>
internal sealed record CutSubject(ReadOnlyMemory<byte> Xml, int Line, long? RefusedSize)
{
    /// <summary>Shows the size only.</summary>
    public override string ToString() => $"CutSubject({Xml.Length} bytes)";
}
