using System.Globalization;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>Says what kind of thing stands in a field, never the thing.</summary>
internal static class Found
{
    /// <summary>Nothing, a number of so many digits, or text of so many characters.</summary>
    public static string Describe(ReadOnlySpan<char> text) =>
        text.IsEmpty ? "nothing"
        : text.ContainsAnyExceptInRange('0', '9') ? string.Create(CultureInfo.InvariantCulture, $"text of {text.Length} characters")
        : string.Create(CultureInfo.InvariantCulture, $"a number of {text.Length} digits");
}
