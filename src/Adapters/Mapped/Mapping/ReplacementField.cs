using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>The INSZ that replaces the citizen's.</summary>
internal sealed class ReplacementField(ValuePlan value) : FieldPlan
{
    public override void Fill(Fact fact, ref RowScope row)
    {
        if (CitizenField.TryRead(value.Read(ref row), value.Place, ref row, out var insz))
            row.Others = [insz];
    }
}
