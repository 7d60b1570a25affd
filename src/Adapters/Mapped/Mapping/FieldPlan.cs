using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>One field of a contract: reads its value and sets it, or says why that cannot be.</summary>
internal abstract class FieldPlan
{
    /// <summary>The plan of a field.</summary>
    public static FieldPlan Of(FieldSection section, References references)
    {
        var value = new ValuePlan(section.Value, references);
        return section.Field.Type switch
        {
            FieldType.Reference or FieldType.Code or FieldType.CodeOrRemark => new TextField(section.Field, value),
            FieldType.Codes => new CodesField(section.Field, value),
            FieldType.Date => new DateField(section.Field, value),
            FieldType.Municipality => new CodeField<NisCode>(section.Field, value, "a NIS code of 5 digits (44021)"),
            FieldType.Enterprise => new CodeField<KboNumber>(section.Field, value, "a KBO number of 10 digits with valid check digits"),
            FieldType.Boolean => new BooleanField(section.Field, value),
            FieldType.Choice => new ChoiceField(section.Field, value),
            FieldType.Attributes => new AttributesField(section, references),
            FieldType.Members => new MembersField(section, value),
            _ => new ReplacementField(value),
        };
    }

    /// <summary>Reads and sets.</summary>
    public abstract void Fill(Fact fact, ref RowScope row);

    /// <summary>The value; an empty one of a field that the contract needs is rejected.</summary>
    protected static Cell Read(FieldShape field, ValuePlan value, ref RowScope row)
    {
        var before = row.Rejections?.Count;
        var cell = value.Read(ref row);
        if (cell.IsEmpty && field.IsRequired && value.Place >= 0 && row.Rejections?.Count == before)
            row.Reject(value.Place, $"{Expected(field, value)}, found nothing", "Fill it in, or put a condition ('when') on the fact.");
        return cell;
    }

    /// <summary>What a field takes, in words for a rejection.</summary>
    protected static string Expected(FieldShape field, ValuePlan value) => field.Type switch
    {
        FieldType.Reference => RecordNumber.Expected,
        FieldType.Date => Moment.ExpectedAs(value.Formats),
        FieldType.Code or FieldType.CodeOrRemark => WireCode.Expected,
        _ => field.Expected,
    };
}
