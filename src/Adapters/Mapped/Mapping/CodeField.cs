using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>A code with a fixed form.</summary>
/// <typeparam name="T">The code.</typeparam>
internal sealed class CodeField<T>(FieldShape field, ValuePlan value, string expected) : FieldPlan
    where T : struct, ICode<T>
{
    private readonly Action<Fact, T> set = Setter.Of<T>(field.Property!);

    public override void Fill(Fact fact, ref RowScope row)
    {
        var cell = Read(field, value, ref row);
        if (cell.IsEmpty)
            return;
        if (T.TryParse(cell.Text.ToString(), out var code))
            set(fact, code);
        else
            row.Reject(value.Place, $"{expected}, found {Found.Describe(cell)}", field.IsRequired ? "Correct it in the export." : "Correct it in the export, or leave it empty.");
    }
}
