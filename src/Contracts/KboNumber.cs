using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>
/// An enterprise (or establishment-owning entity) in the Kruispuntbank van Ondernemingen: 10 digits, the first 0 or 1, the last two
/// 97 - (the first 8 mod 97). Source: KBO / FOD Economie.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<KboNumber>))]
public readonly record struct KboNumber : ICode<KboNumber>
{
    private readonly string? value;

    private KboNumber(string value) => this.value = value;

    /// <summary>The 10 digits.</summary>
    public string Value => value ?? throw new InvalidOperationException("This KboNumber was never given a value.");

    /// <summary>Reads 10 digits, or the 9 of before 2003 (a 0 is put before them); dots, spaces and a leading <c>BE</c> are allowed.</summary>
    /// <exception cref="FormatException">The text is not a KBO number.</exception>
    public static KboNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("Expected a KBO number: 10 digits, the first 0 or 1, with valid check digits.");

    /// <summary>As <see cref="Parse"/>, without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KboNumber number)
    {
        number = default;
        if (text is null || text.Length > 20)
            return false;
        var digits = text.Replace(".", "").Replace(" ", "");
        if (digits.StartsWith("BE", StringComparison.OrdinalIgnoreCase))
            digits = digits[2..];
        if (digits.Length == 9)
            digits = "0" + digits;
        if (digits.Length != 10 || digits[0] is not ('0' or '1') || !digits.All(char.IsAsciiDigit))
            return false;
        var check = int.Parse(digits.AsSpan(8), CultureInfo.InvariantCulture);
        if (97 - (int.Parse(digits.AsSpan(0, 8), CultureInfo.InvariantCulture) % 97) != check)
            return false;
        number = new KboNumber(digits);
        return true;
    }

    /// <summary>The 10 digits.</summary>
    public override string ToString() => Value;
}
