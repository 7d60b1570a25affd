using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>A municipality (or district, province, region) of Belgium by its NIS code: 5 digits. Source: Statbel.</summary>
[JsonConverter(typeof(CodeJsonConverter<NisCode>))]
public readonly record struct NisCode : ICode<NisCode>
{
    private readonly string? value;

    private NisCode(string value) => this.value = value;

    /// <summary>The 5 digits.</summary>
    public string Value => value ?? throw new InvalidOperationException("This NisCode was never given a value.");

    /// <summary>Reads 5 digits.</summary>
    /// <exception cref="FormatException">The text is not 5 digits.</exception>
    public static NisCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"Expected a NIS code of 5 digits, got {text.Length} characters.");

    /// <summary>As <see cref="Parse"/>, without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NisCode code)
    {
        var valid = text is { Length: 5 } && text.All(char.IsAsciiDigit) && text[0] != '0';
        code = valid ? new NisCode(text!) : default;
        return valid;
    }

    /// <summary>The 5 digits.</summary>
    public override string ToString() => Value;
}
