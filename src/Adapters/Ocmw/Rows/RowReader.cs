using IntegrationHub.Adapters.Ocmw.Csv;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>Reads the fields of one row by their columns and collects every reason to reject it.</summary>
internal ref struct RowReader(ReadOnlySpan<char> row, ReadOnlySpan<Field> fields, RowLayout layout, long? line)
{
    private readonly ReadOnlySpan<char> row = row;
    private readonly ReadOnlySpan<Field> fields = fields;
    private List<Rejection>? rejections;

    /// <summary>Why the row is rejected; null while nothing speaks against it.</summary>
    public readonly IReadOnlyList<Rejection>? Rejections => rejections;

    /// <summary>The field without white space around it; empty when the file has no such column.</summary>
    public readonly ReadOnlySpan<char> Span(Column column)
    {
        var index = layout.IndexOf(column);
        return index < 0 ? [] : RowSplitter.Text(row, fields[index]).Trim();
    }

    /// <summary>The field as text; null when it is empty.</summary>
    public readonly string? Text(Column column) => Span(column) is { IsEmpty: false } text ? text.ToString() : null;

    /// <summary>The date in a field; null when it is empty or was rejected.</summary>
    public DateOnly? Date(Column column)
    {
        var text = Span(column);
        if (text.IsEmpty)
            return null;
        if (ExportDate.TryParse(text, out var date))
            return date;
        Reject(column, $"{ExportDate.Expected}, found {Found.Describe(text)}", "Correct the date in the export.");
        return null;
    }

    /// <summary>The date in a field that must hold one; meaningless when it was rejected.</summary>
    public DateOnly RequiredDate(Column column)
    {
        if (Span(column).IsEmpty)
            Reject(column, $"{ExportDate.Expected}, found nothing", "Fill in the date.");
        return Date(column) ?? default;
    }

    /// <summary>The citizen.</summary>
    public Insz Citizen()
    {
        var text = Span(Column.Insz);
        if (!Insz.TryParse(text.ToString(), out var insz))
            Reject(Column.Insz, $"an INSZ of 11 digits with a valid month and check digits, found {Found.Describe(text)}", "Correct the number in the source system.");
        return insz;
    }

    /// <summary>The record's own number, of which nothing may be the citizen's.</summary>
    public string Number(Insz citizen)
    {
        var text = Span(Column.Number);
        if (!RecordNumber.IsValid(text))
            Reject(Column.Number, $"{RecordNumber.Expected}, found {Found.Describe(text)}", "Fill in the number; until then this export withdraws nothing, for the row may be any record.");
        else if (citizen != default && RecordNumber.Holds(text, citizen))
            Reject(Column.Number, "the record's own number, found the citizen's INSZ in it", "Export a number that is not personal: it is stored and sent in the clear.");
        return text.ToString();
    }

    /// <summary>A code that may cross the bus; null when the field is empty or was rejected.</summary>
    public string? Code(Column column, string toDo)
    {
        var text = Span(column);
        if (text.IsEmpty)
            return null;
        if (ExportCode.IsValid(text))
            return text.ToString();
        Reject(column, $"{ExportCode.Expected}, found {Found.Describe(text)}", toDo);
        return null;
    }

    /// <summary>The NIS code of a municipality; null when the field is empty or was rejected.</summary>
    public NisCode? Municipality()
    {
        var text = Span(Column.Municipality);
        if (text.IsEmpty)
            return null;
        if (NisCode.TryParse(text.ToString(), out var code))
            return code;
        Reject(Column.Municipality, $"a NIS code of 5 digits (44021), found {Found.Describe(text)}", "Correct the code, or leave it empty.");
        return null;
    }

    /// <summary>Rejects a date that lies before the one it must follow.</summary>
    public void InOrder(Column earlier, DateOnly? from, Column later, DateOnly? until)
    {
        if (from is { } start && until is { } end && start != default && end < start)
            Reject(later, $"a date not before '{layout.NameOf(earlier)}', found an earlier one", "Correct one of the two dates in the export.");
    }

    /// <summary>Adds a reason.</summary>
    public void Reject(Column column, string expected, string toDo) =>
        (rejections ??= []).Add(new Rejection(Place.Of(layout.NameOf(column), line), expected, toDo));
}
