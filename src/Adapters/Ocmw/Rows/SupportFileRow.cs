using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>A row of <c>dossiers</c>: a file opened, and closed when it has an end.</summary>
internal static class SupportFileRow
{
    public static RowFacts Read(scoped ref RowReader row, string partner)
    {
        var citizen = row.Citizen();
        var file = row.Number(citizen);
        var openedOn = row.RequiredDate(Column.OpenedOn);
        var closedOn = row.Date(Column.ClosedOn);
        row.InOrder(Column.OpenedOn, openedOn, Column.ClosedOn, closedOn);
        var worker = row.Code(Column.Worker, "Export the code or login of the case worker, not the name.");
        var themes = ReadThemes(ref row, out var freeText);
        var (reason, reasonText) = PersonFields.CodeOrText(ref row, Column.CloseReason);
        var municipality = row.Municipality();
        if (row.Rejections is not null)
            return default;

        var facts = new RowFacts(citizen, PersonFields.Read(ref row, PersonFields.Join("; ", freeText, reasonText)));
        facts.Add("opened", new SupportFileOpened { OccurredAt = BelgianDay.StartOf(openedOn), File = file, Partner = partner, Worker = worker, Themes = themes });
        if (closedOn is { } lastDay)
            facts.Add("closed", new SupportFileClosed { OccurredAt = BelgianDay.StartOf(lastDay), File = file, Partner = partner, ClosedOn = lastDay, Reason = reason });
        facts.AddMunicipality(municipality, openedOn);
        return facts;
    }

    // Codes separated by a comma or a bar; what is no code goes to the encrypted remark.
    private static List<string> ReadThemes(scoped ref RowReader row, out string? freeText)
    {
        freeText = null;
        var text = row.Span(Column.Themes);
        if (text.IsEmpty)
            return [];
        if (!text.ContainsAny(',', '|') && ExportCode.IsValid(text))
            return [text.ToString()];
        List<string> themes = [];
        foreach (var part in text.ToString().Split([',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ExportCode.IsValid(part))
                themes.Add(part);
            else
                freeText = PersonFields.Join("; ", freeText, part);
        }

        return themes;
    }
}
