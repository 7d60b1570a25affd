using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>A condition, its columns numbered.</summary>
internal sealed class ConditionPlan
{
    private readonly (int Reference, string[]? Values, bool Not)[][] anyOf;

    private ConditionPlan(Condition condition, References references) =>
        anyOf = [.. condition.AnyOf.Select(all => all.Select(test => (references.Of(test.Column), test.Values?.ToArray(), test.Not)).ToArray())];

    /// <summary>Null stands for no condition.</summary>
    public static ConditionPlan? Of(Condition? condition, References references) => condition is null ? null : new ConditionPlan(condition, references);

    /// <summary>Whether it holds.</summary>
    public bool Holds(RowCells cells)
    {
        foreach (var all in anyOf)
        {
            if (HoldAll(all, cells))
                return true;
        }

        return false;
    }

    private static bool HoldAll((int Reference, string[]? Values, bool Not)[] tests, RowCells cells)
    {
        foreach (var (reference, values, not) in tests)
        {
            ref readonly var cell = ref cells[reference];
            if ((values is null ? !cell.IsEmpty : IsOneOf(cell, values)) == not)
                return false;
        }

        return true;
    }

    private static bool IsOneOf(in Cell cell, string[] values)
    {
        foreach (var value in values)
        {
            if (cell.Text.Span.Equals(value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
