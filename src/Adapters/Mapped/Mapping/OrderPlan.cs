using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Dates that may not go back in time.</summary>
internal sealed class OrderPlan
{
    private readonly (string Name, ValuePlan Value)[] columns;

    public OrderPlan(IReadOnlyList<string> columns, RecordSection record, References references)
    {
        // A column is written in one way: the one that the mapping names where it reads it.
        var formats = record.Facts.SelectMany(fact => fact.Fields.Select(field => field.Value).Append(fact.OccurredAt)).Where(value => value is { From.Count: 1, Date.Count: > 0 })
            .GroupBy(value => value.From[0]).ToDictionary(group => group.Key, group => group.First().Date);
        this.columns = [.. columns.Select(name => (name, new ValuePlan(new ValueSection { From = [name], Date = formats.GetValueOrDefault(name) ?? [] }, references)))];
    }

    /// <summary>Rejects the first date that lies before one that it must follow.</summary>
    public void Check(ref RowScope row)
    {
        var (before, earlier) = ((DateOnly?)null, "");
        foreach (var (name, value) in columns)
        {
            var cell = value.Read(ref row);
            if (cell.IsEmpty || !DateField.TryRead(cell, value, ref row, out DateOnly day))
                continue;
            if (day < before)
                row.Reject(value.Place, $"a date not before '{earlier}', found an earlier one", "Correct one of the two dates in the export.");
            (before, earlier) = (day, name);
        }
    }
}
