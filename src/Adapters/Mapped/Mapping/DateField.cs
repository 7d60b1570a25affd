using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>A calendar day.</summary>
internal sealed class DateField(FieldShape field, ValuePlan value) : FieldPlan
{
    private readonly Action<Fact, DateOnly> set = Setter.Of<DateOnly>(field.Property!);

    public override void Fill(Fact fact, ref RowScope row)
    {
        var cell = Read(field, value, ref row);
        if (!cell.IsEmpty && TryRead(cell, value, ref row, out DateOnly day))
            set(fact, day);
    }

    /// <summary>The day in a cell; rejected when there is none.</summary>
    public static bool TryRead(Cell cell, ValuePlan value, ref RowScope row, out DateOnly day)
    {
        if ((value.PlainDay >= 0 && row.TryDay(value.PlainDay, out day)) || Moment.TryDay(cell.Text.Span, value.Formats, out day))
            return true;
        Reject(cell, value, ref row);
        return false;
    }

    /// <summary>The instant in a cell; rejected when there is none.</summary>
    public static bool TryRead(Cell cell, ValuePlan value, ref RowScope row, out DateTimeOffset instant)
    {
        // A day is by far the commonest.
        if (value.PlainDay >= 0 && row.TryDay(value.PlainDay, out var day))
        {
            instant = BelgianDay.StartOf(day);
            return true;
        }

        if (Moment.TryParse(cell.Text.Span, value.Formats, out instant))
            return true;
        Reject(cell, value, ref row);
        return false;
    }

    private static void Reject(Cell cell, ValuePlan value, ref RowScope row)
    {
        if (value.Formats.Length == 0 && Moment.WrongDay(cell.Text.Span) is { } wrong)
            row.Reject(value.Place, $"{Moment.Expected}, found {wrong}", "Correct the date in the source system.");
        else
            RejectWriting(cell, value, ref row);
    }

    private static void RejectWriting(Cell cell, ValuePlan value, ref RowScope row) => row.Reject(
        value.Place,
        $"{Moment.ExpectedAs(value.Formats)}, found {Found.Describe(cell)}",
        IsExcelSerial(cell) ? "This looks like a day as Excel counts them: format the column as a date before saving, or read the workbook itself (format: excel)." : "Correct the date in the export, or name the way it is written with 'date' in the mapping.");

    // Days since 1899-12-31: 1954 to 2119.
    private static bool IsExcelSerial(Cell cell) => cell.Text.Length == 5 && !cell.Text.Span.ContainsAnyExceptInRange('0', '9') && cell.Text.Span[0] is >= '2' and <= '7';
}
