using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Yes or no.</summary>
internal sealed class BooleanField(FieldShape field, ValuePlan value) : FieldPlan
{
    private readonly Action<Fact, bool> set = Setter.Of<bool>(field.Property!);

    public override void Fill(Fact fact, ref RowScope row)
    {
        var cell = Read(field, value, ref row);
        if (cell.IsEmpty)
            return;
        if (FieldText.TryBoolean(cell.Text.Span, out var isTrue))
            set(fact, isTrue);
        else
            row.Reject(value.Place, $"{FieldText.ExpectedBoolean}, found {Found.Describe(cell)}", "Correct it in the export, or translate it with 'codes' in the mapping.");
    }
}
