namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>Makes codes readable.</summary>
internal static class Readable
{
    private static readonly HashSet<string> Acronyms = ["ocmw", "caw", "dmw", "cm", "az", "uz", "magda", "fhir", "hl7", "csv", "rva", "ksz"];

    /// <summary><c>ocmw-gent</c> becomes <c>OCMW Gent</c>.</summary>
    public static string Partner(string id) =>
        string.Join(' ', id.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => Acronyms.Contains(part) ? part.ToUpperInvariant() : Capital(part)));

    /// <summary><c>stookolie-premie</c> becomes <c>Stookolie premie</c>.</summary>
    public static string Words(string id) => Capital(id.Replace('-', ' '));

    /// <summary><c>85673003360</c> becomes <c>85.67.30-033.60</c>; another form stays as it is.</summary>
    public static string Insz(string digits) =>
        digits.Length == 11 && digits.All(char.IsAsciiDigit) ? $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}-{digits[6..9]}.{digits[9..]}" : digits;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
