using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Texts as YAML writes them.</summary>
internal static partial class Yaml
{
    /// <summary>A text that stands alone or in a list: bare where that is safe, else between double quotes.</summary>
    public static string Text(string text) => Bare().IsMatch(text) && !Reserved().IsMatch(text) ? text : Quoted(text);

    /// <summary>A text between double quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A list on one line.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    /// <summary>One text, or a list of several.</summary>
    public static string OneOrMore(IReadOnlyList<string> texts) => texts.Count == 1 ? Text(texts[0]) : List(texts);

    /// <summary>A text that may stand in a comment: on one line.</summary>
    public static string Comment(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*(?:[ .\-][\p{L}\p{Nd}_]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex("^(y|yes|n|no|true|false|on|off|null|filled|empty|not)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reserved();
}
