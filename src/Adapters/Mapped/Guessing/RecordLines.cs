using System.Globalization;
using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Writes what a proposal says of a record as a whole: its id, the citizen, the person, which rows are for us.</summary>
internal sealed class RecordLines(ProposalText text, Findings findings, RecordIdentity identity)
{
    private const int Indent = 4;

    public void Write()
    {
        WriteDates();
        WriteId();
        WriteCitizen();
        WriteWhere();
        WritePerson();
    }

    private void WriteDates()
    {
        foreach (var column in findings.Columns.Where(column => column.IsUnreadableDate))
        {
            text.Question(Indent, column.Kind == ContentKind.Number
                ? $"'{column.Reference}' is named as a date, but holds numbers. If they are days as Excel counts them, format the column as a date before saving, and guess again."
                : $"'{column.Reference}' is named as a date, but is not written in a known way. Say below how: {{ from: {column.Reference}, date: [\"d MMMM yyyy\"] }}.");
        }

        foreach (var column in findings.Columns.Where(column => column.Dates is { Order: DayMonthOrder.Unproven or DayMonthOrder.Mixed }))
        {
            text.Question(Indent, column.Dates!.Order == DayMonthOrder.Unproven
                ? $"In '{column.Reference}' no day is above 12 in the sample, so 01/02 may be 1 February or 2 January. It is read day first; is that right? If not, write it as {{ from: {column.Reference}, date: [\"MM/dd/yyyy\"] }} below."
                : $"'{column.Reference}' holds dates with the day first and dates with the month first. Which is right? A row that cannot be read as it says below is rejected.");
        }
    }

    private void WriteId()
    {
        if (identity.Columns.Count == 0)
        {
            text.Question(Indent, "Which column, or columns together, tell one row from every other, and stay the same when the row changes?").Line(Indent, "id:");
            return;
        }

        if (identity.IsPersonal)
        {
            text.Question(Indent, "No column is a number of the record's own. The INSZ with a date is taken to tell rows apart"
                + (identity.IsSure ? "; is that so, also when something in a row changes? A number of your own system is better." : ", but some rows have both the same. Which columns do?"));
        }
        else if (!identity.IsSure)
        {
            text.Question(Indent, $"'{identity.Columns[0]}' looks like the number of a record, but some rows have none or the same. Of rows with the same id only the last counts. Is it the right column?");
        }

        text.Line(Indent, $"id: {Yaml.List(identity.Columns)}");
        if (identity.IsPersonal)
            text.Line(Indent, "idIsPersonal: true");
        if (findings.With(ColumnRole.Changed) is { } changed)
            text.Question(Indent, $"Does '{changed.Reference}' grow each time that the row changes? Then remove the # below; without it the hub compares contents.").Line(Indent, $"# version: {Yaml.Text(changed.Reference)}");
    }

    private void WriteCitizen()
    {
        if (findings.With(ColumnRole.Citizen) is not { } citizen)
        {
            text.Question(Indent, "Which column holds the INSZ (rijksregisternummer) of the citizen? No column of the sample holds numbers with valid check digits."
                + (findings.Sample.Format is RecordFormat.Json or RecordFormat.Xml ? " If it stands outside the rows, write outside: { insz: its-path } and citizen: insz." : "")).Line(Indent, "citizen:");
            return;
        }

        if (citizen.Matching * 2 < citizen.Filled)
        {
            text.Question(Indent, string.Create(
                CultureInfo.InvariantCulture,
                $"Only {citizen.Matching} of {citizen.Filled} values in '{citizen.Reference}' are valid. Did a spreadsheet cut off zeros in front, or write 8.5E+10? Export the column as text."));
        }
        else if (findings.With(ColumnRole.OtherInsz) is { } other)
        {
            text.Question(Indent, $"'{other.Reference}' holds an INSZ too. Is '{citizen.Reference}' the citizen whom the row is about?");
        }

        text.Line(Indent, $"citizen: {Yaml.Text(citizen.Reference)}");
    }

    private void WriteWhere()
    {
        foreach (var status in findings.Columns.Where(column => column.Role == ColumnRole.Status && column.Codes.Count > 0))
            text.Question(Indent, $"Are all rows for the hub, or only those with some values of '{status.Reference}'? To leave rows out, remove the # and the values that are not for the hub:").Line(Indent, $"# where: {{ {Yaml.Text(status.Reference)}: {Yaml.List(status.Codes)} }}");
    }

    private void WritePerson()
    {
        var fields = new List<(string Name, IReadOnlyList<string> Columns)>();
        Add("familyName", ColumnRole.FamilyName, ColumnRole.FullName);
        Add("givenNames", ColumnRole.GivenNames);
        AddAll("street", ColumnRole.Street, ColumnRole.HouseNumber, ColumnRole.Box);
        AddAll("locality", ColumnRole.PostalCode, ColumnRole.City);
        Add("telephone", ColumnRole.Telephone);
        Add("email", ColumnRole.Email);
        Add("remark", ColumnRole.Remark);
        if (fields.Count == 0)
            return;
        text.Comment(Indent, "What names a person is encrypted, and shown only to who may see it.").Line(Indent, "person:");
        foreach (var (name, columns) in fields)
            text.Line(Indent + 2, $"{name}: {Yaml.OneOrMore(columns)}");

        void Add(string name, params ReadOnlySpan<ColumnRole> roles)
        {
            if (findings.With(roles) is { } column)
                fields.Add((name, [column.Reference]));
        }

        void AddAll(string name, params ColumnRole[] roles)
        {
            var columns = roles.Select(role => findings.With(role)).OfType<ColumnFinding>().Select(column => column.Reference).ToList();
            if (columns.Count > 0 && findings.With(roles[0], roles[^1]) is not null)
                fields.Add((name, columns));
        }
    }
}
