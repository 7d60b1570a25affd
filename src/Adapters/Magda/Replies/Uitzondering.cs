using System.Xml.Linq;

namespace IntegrationHub.Adapters.Magda.Replies;

/// <summary>One exception that MAGDA reports in a reply.</summary>
/// <param name="Code">Identificatie.</param>
/// <param name="IsError">Whether Type is FOUT; a WAARSCHUWING or INFORMATIE comes with content.</param>
/// <param name="Path">Where in the reply it stands.</param>
/// <param name="NewInsz">For 30004: the annotation <c>Nieuw INSZ</c>.</param>
internal sealed record Uitzondering(string Code, bool IsError, string Path, string? NewInsz)
{
    public CodeMeaning Meaning { get; } = MagdaCodes.MeaningOf(Code);

    public static IReadOnlyList<Uitzondering> ReadFrom(XElement? parent, string path) =>
        [.. parent?.Elements("Uitzonderingen").Elements("Uitzondering").Select(element => Read(element, $"{path}/Uitzonderingen/Uitzondering")) ?? []];

    /// <summary>Shows the code only: annotations carry INSZs.</summary>
    public override string ToString() => $"Uitzondering({Code})";

    private static Uitzondering Read(XElement element, string path)
    {
        var code = element.Element("Identificatie")?.Value.Trim() ?? "";
        var annotation = element.Elements("Annotaties").Elements("Annotatie")
            .FirstOrDefault(one => string.Equals(one.Element("Naam")?.Value.Trim(), "Nieuw INSZ", StringComparison.OrdinalIgnoreCase));
        var type = element.Element("Type")?.Value.Trim();
        return new(TechnicalCode.Of(code), type is not ("WAARSCHUWING" or "INFORMATIE" or "INFO"), path, annotation?.Element("Waarde")?.Value.Trim());
    }
}
