using System.Globalization;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Codes, dates and numbers by name.</summary>
internal sealed class AttributesField(FieldSection section, References references) : FieldPlan
{
    private readonly Action<Fact, IReadOnlyDictionary<string, string>> set = Setter.Of<IReadOnlyDictionary<string, string>>(section.Field.Property!);
    private readonly (string Name, ValuePlan Value)[] parts = [.. section.Parts.Select(part => (part.Key, new ValuePlan(part.Value, references)))];

    public override void Fill(Fact fact, ref RowScope row)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parts)
        {
            var cell = value.Read(ref row);
            if (!cell.IsEmpty && TextOf(cell, value, ref row) is { } text)
                attributes[name] = text;
        }

        set(fact, attributes);
    }

    private static string? TextOf(Cell cell, ValuePlan value, ref RowScope row)
    {
        if (value.Formats.Length > 0)
            return DateField.TryRead(cell, value, ref row, out DateOnly day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        if (value.Place < 0 || (cell.Kind != CellKind.Object && WireCode.IsValid(cell.Text.Span)))
            return cell.Text.ToString();
        if (Moment.TryDay(cell.Text.Span, [], out var recognised))
            return recognised.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        row.Reject(value.Place, $"a code, a date or a number, found {Found.Describe(cell)}", "Free text does not cross the bus: put it in person.remark of the mapping, or translate it with 'codes'.");
        return null;
    }
}
