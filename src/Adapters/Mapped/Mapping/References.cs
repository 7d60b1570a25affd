using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Numbers the columns and paths that a mapping refers to, each once.</summary>
internal sealed class References(RecordFormat format)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <summary>Them, in the order of their numbers.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The number of one.</summary>
    public int Of(string reference)
    {
        var same = format is RecordFormat.Json or RecordFormat.JsonLines or RecordFormat.Xml ? reference : HeaderName.Fold(reference);
        if (!numbers.TryGetValue(same, out var number))
        {
            numbers[same] = number = names.Count;
            names.Add(reference);
        }

        return number;
    }
}
