using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>Finds the first valid INSZ among candidates, or says what stood there instead, by kind and never by value.</summary>
internal static class InszSearch
{
    public static Insz? First(IEnumerable<string> candidates, string field, string toDo, out Rejection? why)
    {
        string? found = null;
        foreach (var text in candidates.Where(text => text.Length > 0))
        {
            if (Insz.TryParse(text, out var insz))
            {
                why = null;
                return insz;
            }

            var digits = text.Count(char.IsAsciiDigit);
            found ??= digits == 11 ? "11 digits with an impossible month or wrong check digits" : $"text of {text.Length} characters with {digits} digits";
        }

        why = new(field, $"an INSZ (11 digits with valid check digits), found {found ?? "none"}", toDo, found is null ? Hl7Code.RequiredFieldMissing : Hl7Code.DataType);
        return null;
    }
}
