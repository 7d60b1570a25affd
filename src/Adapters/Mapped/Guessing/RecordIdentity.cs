namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What tells one row from another.</summary>
/// <param name="Columns">The columns together; none when a person must say.</param>
/// <param name="IsPersonal">Whether they hold an identifier of a person.</param>
/// <param name="Reference">The column that points at the job, stay, file or right among the citizen's own; null when a person must say.</param>
/// <param name="IsSure">Whether the sample proves it.</param>
internal sealed record RecordIdentity(IReadOnlyList<string> Columns, bool IsPersonal, string? Reference, bool IsSure)
{
    /// <summary>Chooses: a number of the source's own, two that are unique together, else the citizen with a day.</summary>
    public static RecordIdentity Of(Findings findings)
    {
        var numbers = findings.Columns.Where(column => column.IsReference && column.Role is ColumnRole.RecordNumber or ColumnRole.None).OrderByDescending(column => column.Role == ColumnRole.RecordNumber).ToList();
        if (numbers.Find(column => column.IsUnique) is { } own)
            return new([own.Reference], false, own.Reference, IsSure: true);
        foreach (var first in numbers.Where(column => column.Role == ColumnRole.RecordNumber))
        {
            // A few rows may be double by mistake; a person must look at them.
            if (first.Distinct * 50 >= findings.Sample.Rows * 49 && findings.Sample.Rows > 0)
                return new([first.Reference], false, first.Reference, IsSure: false);
            foreach (var second in numbers.Where(column => column != first))
            {
                if (findings.AreUnique([first.Reference, second.Reference]))
                    return new([first.Reference, second.Reference], false, first.Reference, IsSure: true);
            }
        }

        var day = findings.With(ColumnRole.Start, ColumnRole.End, ColumnRole.Claimed);
        if (findings.With(ColumnRole.Citizen) is { } citizen && day is not null)
            return new([citizen.Reference, day.Reference], true, day.Reference, findings.AreUnique([citizen.Reference, day.Reference]));
        return new([], false, null, IsSure: false);
    }
}
