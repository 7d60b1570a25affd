using System.Text.RegularExpressions;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What the name of one file says of the names of those after it. Its numbers are left out: one may be somebody's.</summary>
internal static partial class FileNames
{
    /// <summary>A pattern for files like this one: dates and numbers may differ.</summary>
    public static string PatternOf(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        var letters = Number().Replace(name, "*");
        if (!letters.EndsWith('*'))
            letters += "*";
        return letters + Path.GetExtension(fileName);
    }

    /// <summary>A name for this kind of record.</summary>
    public static string KindOf(string fileName)
    {
        var letters = NotLetters().Replace(Csv.HeaderName.Fold(Number().Replace(Path.GetFileNameWithoutExtension(fileName), " ").Replace('_', ' ').Replace(' ', 'ʼ')).Replace('ʼ', '-'), "-").Trim('-');
        return letters is "" or "file" ? "row" : letters;
    }

    [GeneratedRegex(@"[-_. ]*\d[\d\-_. :T]*")]
    private static partial Regex Number();

    [GeneratedRegex("[^a-z]+")]
    private static partial Regex NotLetters();
}
