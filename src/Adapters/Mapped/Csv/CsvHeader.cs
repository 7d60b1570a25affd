using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Yaml;

namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Finds the columns of a mapping in a header.</summary>
internal static class CsvHeader
{
    /// <summary>A header with more is not one.</summary>
    public const int MaxColumns = 512;

    /// <summary>The names in a header line; null when it is none.</summary>
    public static string[]? Names(ReadOnlySpan<char> line, char separator)
    {
        Span<Field> fields = stackalloc Field[MaxColumns];
        if (RowSplitter.Split(line, separator, fields, out var count) != RowProblem.None || count > MaxColumns)
            return null;
        var names = new string[count];
        for (var i = 0; i < count; i++)
            names[i] = RowSplitter.Text(line, fields[i]).ToString();
        return names;
    }

    /// <summary>A line that is no header.</summary>
    public static FileRefusal NoHeader { get; } =
        new($"a header line of at most {MaxColumns} columns with matching quotes, found none", "export the file again with its header line");

    /// <summary>Where each reference stands (-1 where the header does not have it).</summary>
    public static int[] Place(IReadOnlyList<string> names, IReadOnlyList<string> references)
    {
        var folded = names.Select(HeaderName.Fold).ToArray();
        return [.. references.Select(reference => Array.IndexOf(folded, HeaderName.Fold(reference)))];
    }

    /// <summary>Why a file with this header is refused: it lacks a column that the mapping names and does not call optional, or has one twice. Null when it is not.</summary>
    public static FileRefusal? ProblemOf(IReadOnlyList<string> names, RecordSection record, IReadOnlyList<string> references)
    {
        var folded = names.Select(HeaderName.Fold).ToList();
        if (references.FirstOrDefault(reference => folded.Count(name => name == HeaderName.Fold(reference)) > 1) is { } twice)
            return new FileRefusal($"each column once, found '{twice}' twice", "remove one of the two from the export, or rename it there and in the mapping");
        var optional = record.Optional.Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal);
        var missing = references.Where(reference => !folded.Contains(HeaderName.Fold(reference)) && !optional.Contains(HeaderName.Fold(reference))).ToList();
        if (missing.Count == 0)
            return null;
        var named = missing.Select(name => record.Places.TryGetValue(name, out var place) ? $"'{name}' ({place})" : $"'{name}'");

        // Names of columns are repeated only from what is surely a header: the first line of a file without one is about a person.
        var isHeader = references.Any(reference => folded.Contains(HeaderName.Fold(reference)));
        var free = names.Where(name => !references.Any(reference => HeaderName.Fold(reference) == HeaderName.Fold(name))).ToList();
        var hints = isHeader ? missing.Select(name => NearestName.Of(HeaderName.Fold(name), free, HeaderName.Fold)).OfType<string>().Select(near => $"'{near}'").Distinct().ToList() : [];
        return new FileRefusal(
            $"the {(missing.Count == 1 ? "column" : "columns")} {string.Join(", ", named)}, found a header of {names.Count} {(names.Count == 1 ? "column" : "columns")} without {(missing.Count == 1 ? "it" : "them")}",
            $"{(hints.Count > 0 ? $"did you mean {string.Join(", ", hints)}? " : "")}Correct the {(missing.Count == 1 ? "name" : "names")} in the mapping, or export what is missing");
    }

    /// <summary>The separator under which most columns of the mapping are found.</summary>
    public static char Detect(string line, IReadOnlyList<string> references)
    {
        var wanted = references.Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal);
        return Separator.All.MaxBy(separator => line.Split(separator).Count(name => wanted.Contains(HeaderName.Fold(name))));
    }
}
