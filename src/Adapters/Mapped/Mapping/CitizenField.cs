using System.Buffers;
using System.Globalization;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Reads an INSZ.</summary>
internal static class CitizenField
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789 .-/");

    /// <summary>The INSZ in a cell; rejected when there is none.</summary>
    public static bool TryRead(Cell cell, int place, ref RowScope row, out Insz insz)
    {
        if (Insz.TryParse(cell.Text.ToString(), out insz))
            return true;
        row.Reject(
            place,
            $"an INSZ of 11 digits with a valid month and check digits, found {Describe(cell)}",
            cell.Kind == CellKind.Number ? "Export it as text: as a number it loses the zeros that it begins with." : "Correct the number in the source system.");
        return false;
    }

    // How many digits there are, or which part of them is wrong, helps to find the mistake and tells nothing of the person.
    private static string Describe(Cell cell)
    {
        var text = cell.Text.Span;
        if (cell.Kind is not (CellKind.Text or CellKind.Number) || !text.ContainsAnyInRange('0', '9'))
            return Found.Describe(cell);
        if (text.ContainsAnyExcept(Allowed))
            return cell.Kind == CellKind.Number ? Found.Describe(cell) : string.Create(CultureInfo.InvariantCulture, $"{Digits(text)} digits with letters or other signs between them");
        var digits = string.Concat(cell.Text.ToString().Where(char.IsAsciiDigit));
        if (digits.Length != 11)
            return string.Create(CultureInfo.InvariantCulture, $"{(cell.Kind == CellKind.Number ? "a number of " : "")}{digits.Length} digits");
        var month = int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture);
        return month is <= 12 or (>= 20 and <= 32) or (>= 40 and <= 52) or (>= 60 and <= 72) ? "11 digits of which the last two, the check digits, are wrong" : "11 digits with a month that does not exist";
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            count += char.IsAsciiDigit(c) ? 1 : 0;
        return count;
    }
}
