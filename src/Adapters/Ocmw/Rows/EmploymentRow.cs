using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>A row of <c>tewerkstelling</c>: a job begun, and ended when it has a last day, which may lie in the future.</summary>
internal static class EmploymentRow
{
    public static RowFacts Read(scoped ref RowReader row)
    {
        var citizen = row.Citizen();
        var employment = row.Number(citizen);
        var startedOn = row.RequiredDate(Column.StartedOn);
        var endedOn = row.Date(Column.StoppedOn);
        row.InOrder(Column.StartedOn, startedOn, Column.StoppedOn, endedOn);
        var employer = ReadEmployer(ref row);
        var workerKind = row.Code(Column.WorkerKind, "Export a code for the kind of employment, such as art60.");
        var municipality = row.Municipality();
        if (row.Rejections is not null)
            return default;

        var facts = new RowFacts(citizen, PersonFields.Read(ref row));
        facts.Add("started", new EmploymentStarted
        {
            OccurredAt = BelgianDay.StartOf(startedOn), Employment = employment, StartedOn = startedOn, Employer = employer, WorkerKind = workerKind,
        });
        if (endedOn is { } lastDay)
        {
            facts.Add("ended", new EmploymentEnded
            {
                OccurredAt = BelgianDay.StartOf(lastDay), Employment = employment, EndedOn = lastDay, Employer = employer, WorkerKind = workerKind,
            });
        }

        facts.AddMunicipality(municipality, startedOn);
        return facts;
    }

    private static KboNumber? ReadEmployer(scoped ref RowReader row)
    {
        var text = row.Text(Column.Employer);
        if (text is null)
            return null;
        if (KboNumber.TryParse(text, out var number))
            return number;
        row.Reject(Column.Employer, $"a KBO number of 10 digits with valid check digits, found {Found.Describe(text)}", "Correct the number, or leave it empty.");
        return null;
    }
}
