using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Dates that may not go back in time. Each column is read once, in however many lists it stands.</summary>
internal sealed class OrderPlan
{
    private readonly (string Name, ValuePlan Value)[] columns;
    private readonly int[][] lists;

    public OrderPlan(RecordSection record, References references)
    {
        // A column is written in one way: the one that the mapping names where it reads it.
        var formats = record.Facts.SelectMany(fact => fact.Fields.Select(field => field.Value).Append(fact.OccurredAt)).Where(value => value is { From.Count: 1, Date.Count: > 0 })
            .GroupBy(value => value.From[0]).ToDictionary(group => group.Key, group => group.First().Date);
        var names = record.Order.SelectMany(list => list).Distinct().ToList();
        columns = [.. names.Select(name => (name, new ValuePlan(new ValueSection { From = [name], Date = formats.GetValueOrDefault(name) ?? [] }, references)))];
        lists = [.. record.Order.Select(list => list.Select(name => names.IndexOf(name)).ToArray())];
    }

    /// <summary>Rejects each date that lies before one that it must follow.</summary>
    public void Check(ref RowScope row)
    {
        Span<int> days = stackalloc int[columns.Length];
        var filled = 0;
        for (var i = 0; i < days.Length; i++)
        {
            var cell = columns[i].Value.Read(ref row);
            days[i] = !cell.IsEmpty && DateField.TryRead(cell, columns[i].Value, ref row, out DateOnly day) ? day.DayNumber : -1;
            filled += days[i] < 0 ? 0 : 1;
        }

        if (filled < 2)
            return;

        foreach (var list in lists)
            Check(list, days, ref row);
    }

    private void Check(int[] list, scoped ReadOnlySpan<int> days, ref RowScope row)
    {
        var before = -1;
        foreach (var column in list)
        {
            if (days[column] < 0)
                continue;
            if (before >= 0 && days[column] < days[before])
                row.Reject(columns[column].Value.Place, $"a date not before '{columns[before].Name}', found an earlier one", "Correct one of the two dates in the export.");
            before = column;
        }
    }
}
