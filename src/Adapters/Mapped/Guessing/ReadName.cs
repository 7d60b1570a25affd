using System.Text.RegularExpressions;
using IntegrationHub.Adapters.Mapped.Csv;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>The name of a column, read as people wrote it: words with spaces, underscores or capitals between them, or in one piece.</summary>
/// <param name="Words">Its words, without capitals and accents.</param>
/// <param name="Whole">All of it in one piece.</param>
internal sealed partial record ReadName(IReadOnlySet<string> Words, string Whole)
{
    // Shorter phrases stand in too many words by chance: "nr" in "inrichting".
    private const int ShortestPart = 5;

    /// <summary>Reads a header, or the last steps of a path.</summary>
    public static ReadName Of(string name)
    {
        name = LastSteps().Match(name).Value;
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (!ends && !(i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
                continue;
            if (i > start)
                words.Add(HeaderName.Fold(name[start..i]));
            start = ends ? i + 1 : i;
        }

        return new ReadName(words.Where(word => word.Length > 0).ToHashSet(StringComparer.Ordinal), HeaderName.Fold(name));
    }

    // What stands further up in a document is about more than this value.
    [GeneratedRegex(@"(?:[^/.]+[/.])?[^/.]*$")]
    private static partial Regex LastSteps();

    /// <summary>Whether the name holds a phrase: as a word, or somewhere in it when the phrase is long enough to be meant. A phrase after <c>=</c> must be the whole name.</summary>
    public bool Holds(string phrase)
    {
        if (phrase[0] == '=')
            return Whole.AsSpan().SequenceEqual(phrase.AsSpan(1));
        var folded = phrase.Replace(" ", "", StringComparison.Ordinal);
        return Words.Contains(folded) || Whole == folded || (folded.Length >= ShortestPart && Whole.Contains(folded, StringComparison.Ordinal));
    }
}
