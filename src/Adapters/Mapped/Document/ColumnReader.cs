using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Yaml;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Reads names of columns and paths, and checks that they have the form that the format asks.</summary>
internal sealed class ColumnReader(RecordFormat format, IReadOnlyDictionary<string, string> outside)
{
    private readonly Dictionary<string, string> places = [];

    /// <summary>Where each column was named first.</summary>
    public IReadOnlyDictionary<string, string> Places => places;

    /// <summary>The column at a place; null, and reported, when it is none.</summary>
    public string? Read(YamlPlace place)
    {
        var expected = format is RecordFormat.Csv or RecordFormat.Excel or RecordFormat.Sql ? "the name of a column" : "a path in the record";
        return place.Text(expected) is { } text && Check(text, place) ? text : null;
    }

    /// <summary>Whether a text is a column; reported when it is not.</summary>
    public bool Check(string text, YamlPlace place)
    {
        places.TryAdd(text, place.Mistakes.Where(place.Node.Start));
        if (outside.ContainsKey(text) || RowReaders.ProblemOf(format, text) is not { } expected)
            return true;
        place.Report(expected, "correct the path", $"'{text}'");
        return false;
    }
}
