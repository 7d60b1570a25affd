using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Reads an INSZ.</summary>
internal static class CitizenField
{
    /// <summary>The INSZ in a cell; rejected when there is none.</summary>
    public static bool TryRead(Cell cell, int place, ref RowScope row, out Insz insz)
    {
        if (Insz.TryParse(cell.Text.ToString(), out insz))
            return true;
        row.Reject(
            place,
            $"an INSZ of 11 digits with a valid month and check digits, found {Found.Describe(cell)}",
            cell.Kind == CellKind.Number ? "Export it as text: as a number it loses the zeros that it begins with." : "Correct the number in the source system.");
        return false;
    }
}
