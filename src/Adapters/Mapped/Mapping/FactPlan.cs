using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>One contract that a row becomes.</summary>
internal sealed class FactPlan
{
    private static readonly Action<Fact, DateTimeOffset> SetOccurredAt = Setter.Of<DateTimeOffset>(typeof(Fact).GetProperty(nameof(Fact.OccurredAt))!);

    private readonly Func<Fact> create;
    private readonly ConditionPlan? when;
    private readonly ValuePlan occurredAt;
    private readonly DateTimeOffset? constantMoment;
    private readonly FieldPlan[] fields;

    public FactPlan(FactSection section, References references)
    {
        create = Setter.New(section.Contract.Type);
        when = ConditionPlan.Of(section.When, references);
        Citizen = section.Citizen is { } own ? references.Of(own) : null;
        occurredAt = new ValuePlan(section.OccurredAt, references);
        constantMoment = section.OccurredAt.Value is { } constant && Moment.TryParse(constant, [], out var instant) ? instant : null;
        fields = [.. section.Fields.Select(field => FieldPlan.Of(field, references))];
        Key = section.Key;
    }

    /// <summary>Which fact of the record.</summary>
    public string Key { get; }

    /// <summary>Its own column with the INSZ; null when it is the record's.</summary>
    public int? Citizen { get; }

    /// <summary>Whether a row holds it.</summary>
    public bool IsHeldBy(RowCells cells) => when is null || when.Holds(cells);

    /// <summary>Makes it.</summary>
    public Fact Make(ref RowScope row)
    {
        var fact = create();
        row.Others = [];
        if (constantMoment is { } constant)
        {
            SetOccurredAt(fact, constant);
        }
        else
        {
            var cell = occurredAt.Read(ref row);
            if (cell.IsEmpty)
                row.Reject(occurredAt.Place, $"{Moment.ExpectedAs(occurredAt.Formats)}, found nothing", "Fill in the date.");
            else if (DateField.TryRead(cell, occurredAt, ref row, out DateTimeOffset instant))
                SetOccurredAt(fact, instant);
        }

        foreach (var field in fields)
            field.Fill(fact, ref row);
        return fact;
    }
}
