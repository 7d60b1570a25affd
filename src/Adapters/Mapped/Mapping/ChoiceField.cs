using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>One of a few names.</summary>
internal sealed class ChoiceField(FieldShape field, ValuePlan value) : FieldPlan
{
    private readonly Action<Fact, object> set = Setter.Of<object>(field.Property!);
    private readonly Dictionary<string, object> choices =
        field.Choices.ToDictionary(name => name, name => Enum.Parse(Nullable.GetUnderlyingType(field.Property!.PropertyType) ?? field.Property.PropertyType, name), StringComparer.OrdinalIgnoreCase);

    public override void Fill(Fact fact, ref RowScope row)
    {
        var cell = Read(field, value, ref row);
        if (cell.IsEmpty)
            return;
        if (choices.TryGetValue(cell.Text.ToString(), out var choice))
            set(fact, choice);
        else
            row.Reject(value.Place, $"{field.Expected}, found {Found.Describe(cell)}", "Translate it with 'codes' in the mapping.");
    }
}
