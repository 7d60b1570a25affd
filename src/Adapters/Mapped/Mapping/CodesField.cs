using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Several codes: in one text with something between them, or a list. What is no code goes to the encrypted remark.</summary>
internal sealed class CodesField(FieldShape field, ValuePlan value) : FieldPlan
{
    private readonly Action<Fact, IReadOnlyList<string>> set = Setter.Of<IReadOnlyList<string>>(field.Property!);

    public override void Fill(Fact fact, ref RowScope row)
    {
        var cell = Read(field, value, ref row);
        if (cell.IsEmpty)
            return;
        List<string> codes = [];
        if (cell.Kind == CellKind.Object)
            AddElements(cell, codes, ref row);
        else if (value.Split is not { } between || cell.Text.Span.IndexOfAny(between) < 0)
            Add(cell, codes, ref row);
        else
            foreach (var part in cell.Text.ToString().Split(between.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Add(Cell.Of(part), codes, ref row);
        set(fact, codes);
    }

    private void AddElements(Cell cell, List<string> codes, ref RowScope row)
    {
        using var list = JsonCells.Parse(cell);
        if (list?.RootElement.ValueKind != JsonValueKind.Array)
        {
            row.Reject(value.Place, $"codes, found {Found.Describe(cell)}", "Name the path of the codes themselves in the mapping.");
            return;
        }

        foreach (var element in list.RootElement.EnumerateArray())
            Add(JsonCells.Of(element), codes, ref row);
    }

    private void Add(Cell cell, List<string> codes, ref RowScope row)
    {
        var code = value.Split is null && cell.Kind != CellKind.Object ? cell : value.Translate(cell, ref row);
        if (code.IsEmpty)
            return;
        if (code.Kind != CellKind.Object && WireCode.IsValid(code.Text.Span))
            codes.Add(code.Text.ToString());
        else
            row.AddFreeText(code.Text.ToString());
    }
}
