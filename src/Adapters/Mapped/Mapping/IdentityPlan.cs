using System.Globalization;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>What identifies a record: its kind and own number or numbers, and its version.</summary>
internal sealed class IdentityPlan(RecordSection section, References references)
{
    private const int MaxPersonalLength = 200;

    private readonly int[] parts = [.. section.Id.Select(references.Of)];
    private readonly int? version = section.Version is { } column ? references.Of(column) : null;
    private readonly ConditionPlan? where = ConditionPlan.Of(section.Where, references);
    private readonly string prefix = section.Kind + ":";

    /// <summary>The identity in the cells of a row.</summary>
    public Identity Read(RowCells cells)
    {
        if (!IsForUs(cells))
            return new Identity(null, false, null, IsNotForUs: true);
        var isPersonal = section.IdIsPersonal;
        var id = prefix;
        for (var i = 0; i < parts.Length; i++)
        {
            var cell = cells[parts[i]];
            if (cell.IsEmpty && i > 0)
                continue;
            if (!IsValid(cell))
                return default;
            isPersonal = isPersonal || RecordNumber.MayHoldInsz(cell.Text.Span);
            id = i == 0 ? string.Concat(prefix, cell.Text.Span) : string.Concat(id, "#", cell.Text.Span);
        }

        return new Identity(id, isPersonal, version is { } column && TryVersion(cells[column], out var number) ? number : null, IsNotForUs: false);
    }

    /// <summary>Whether <c>where</c> takes the row.</summary>
    public bool IsForUs(RowCells cells) => where is null || where.Holds(cells);

    /// <summary>Rejects what is wrong with the identity.</summary>
    public void Check(ref RowScope row)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var cell = row[parts[i]];
            if (cell.IsEmpty && i > 0)
                continue;
            if (!IsValid(cell))
                row.Reject(parts[i], $"{(section.IdIsPersonal ? "an id of at most 200 characters" : RecordNumber.Expected)}, found {Found.Describe(cell)}", "Fill in the number; until then this export withdraws nothing, for the row may be any record.");
            else if (!section.IdIsPersonal && RecordNumber.HoldsNone(cell.Text.Span))
                row.ProvenNumber = parts[i];
            else if (!section.IdIsPersonal && row.Citizen != default && RecordNumber.Holds(cell.Text.Span, row.Citizen))
                row.Reject(parts[i], "the record's own number, found the citizen's INSZ in it", "Export a number that is not personal (or set idIsPersonal: true, and it is kept as a hash only).");
        }

        if (version is { } column && !TryVersion(row[column], out _))
            row.Reject(column, $"a whole number or an instant that grows with each change, found {Found.Describe(row[column])}", "Export the version, or remove 'version' from the mapping: then contents are compared.");
    }

    private bool IsValid(Cell cell) => cell.Kind != CellKind.Object && (section.IdIsPersonal ? cell.Text.Length is > 0 and <= MaxPersonalLength : RecordNumber.IsValid(cell.Text.Span));

    private static bool TryVersion(Cell cell, out long number)
    {
        if (long.TryParse(cell.Text.Span, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return true;
        var isInstant = Moment.TryParse(cell.Text.Span, [], out var instant);
        number = isInstant ? instant.UtcTicks : 0;
        return isInstant;
    }
}
