using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>A reference or a code. It crosses the bus in the clear, so what may name a person is refused, or goes to the encrypted remark.</summary>
internal sealed class TextField(FieldShape field, ValuePlan value) : FieldPlan
{
    private readonly Action<Fact, string> set = Setter.Of<string>(field.Property!);

    public override void Fill(Fact fact, ref RowScope row)
    {
        var cell = Read(field, value, ref row);
        if (cell.IsEmpty)
            return;
        var text = cell.Text.Span;
        if (value.Place < 0 || IsFit(text, cell, ref row))
            set(fact, cell.Text.ToString());
    }

    private bool IsFit(ReadOnlySpan<char> text, Cell cell, ref RowScope row)
    {
        if (field.Type == FieldType.Reference)
            return IsFitReference(text, cell, ref row);
        if (cell.Kind != CellKind.Object && WireCode.IsValid(text))
            return true;
        if (field.Type == FieldType.CodeOrRemark && cell.Kind == CellKind.Text && !field.IsRequired)
            row.AddFreeText(text.ToString());
        else
            row.Reject(value.Place, $"{WireCode.Expected}, found {Found.Describe(cell)}", $"Export a code for {field.Name}, never a name or free text, or translate what the export has with 'codes' in the mapping.");
        return false;
    }

    private bool IsFitReference(ReadOnlySpan<char> text, Cell cell, ref RowScope row)
    {
        // Nearly always the record's own number, looked at before.
        if (value.Place == row.ProvenNumber)
            return true;
        if (cell.Kind == CellKind.Object || !RecordNumber.IsValid(text))
            row.Reject(value.Place, $"{RecordNumber.Expected}, found {Found.Describe(cell)}", $"Export the number that the system itself gives for {field.Name}.");
        else if (HoldsOf(text, row.Citizen) || HoldsOf(text, row.About))
            row.Reject(value.Place, "the record's own number, found the citizen's INSZ in it", "Export a number that is not personal: it is stored and sent in the clear.");
        else if (RecordNumber.ShowsInsz(text))
            row.Reject(value.Place, "the record's own number, found an INSZ", "Export a number that is not personal: it is stored and sent in the clear.");
        else
            return true;
        return false;
    }

    private static bool HoldsOf(ReadOnlySpan<char> text, Insz citizen) => citizen != default && RecordNumber.Holds(text, citizen);
}
