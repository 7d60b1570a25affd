using System.Globalization;
using System.Text;

namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Compares the names of columns as people write them: <c>Geopend op</c>, <c>GEOPEND_OP</c> and <c>géopend-op</c> are one.</summary>
internal static class HeaderName
{
    /// <summary>Letters and digits only, lower case, without accents.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in ReplaceLoneSurrogates(name).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    // Normalize throws on half of a surrogate pair.
    private static string ReplaceLoneSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
