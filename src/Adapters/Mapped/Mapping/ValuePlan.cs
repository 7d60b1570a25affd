using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>A value, its columns numbered.</summary>
internal sealed class ValuePlan
{
    private readonly int[] from;
    private readonly string join;
    private readonly Cell constant;
    private readonly Cell otherwise;
    private readonly Otherwise withoutCode;
    private readonly Cell withoutCodeValue;
    private readonly Dictionary<string, Cell>.AlternateLookup<ReadOnlySpan<char>>? codes;
    private readonly bool isRequired;

    // The common value, a column as it is, takes the short way.
    private readonly int only;

    public ValuePlan(ValueSection section, References references)
    {
        from = [.. section.From.Select(references.Of)];
        join = section.Join;
        constant = Cell.Of(section.Value);
        otherwise = Cell.Of(section.Default);
        withoutCode = section.Otherwise;
        withoutCodeValue = Cell.Of(section.OtherwiseValue);
        isRequired = section.Required;
        Formats = [.. section.Date];
        Split = section.Split;
        only = from.Length == 1 && section.Codes is null && otherwise.IsEmpty && !isRequired ? from[0] : -1;
        codes = section.Codes?.ToDictionary(code => code.Key, code => Cell.Of(code.Value), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Ways of writing a date.</summary>
    public string[] Formats { get; }

    /// <summary>What stands between several values; null when there is one.</summary>
    public string? Split { get; }

    /// <summary>The column to name when something is wrong; -1 for a constant.</summary>
    public int Place => from.Length == 0 ? -1 : from[0];

    /// <summary>The column whose days can be remembered: one, as it is, written in a usual way; -1 for another value.</summary>
    public int PlainDay => Formats.Length == 0 ? only : -1;

    /// <summary>The value of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cell Read(ref RowScope row) => only >= 0 ? row[only] : ReadMore(ref row);

    private Cell ReadMore(ref RowScope row)
    {
        if (from.Length == 0)
            return constant;
        var cell = from.Length == 1 ? row[from[0]] : Joined(ref row);
        if (!cell.IsEmpty)
            return codes is null || Split is not null ? cell : Translate(cell, ref row);
        if (isRequired && otherwise.IsEmpty)
            row.Reject(Place, "something, found nothing", "Fill it in, or remove 'required' from the mapping.");
        return otherwise;
    }

    /// <summary>What a value of the source is for us; nothing when it is left out or was rejected.</summary>
    public Cell Translate(Cell cell, ref RowScope row)
    {
        if (codes is not { } known)
            return cell;
        if (known.TryGetValue(cell.Text.Span, out var ours))
            return ours;
        if (withoutCode == Otherwise.Reject)
            row.Reject(Place, $"one of the codes that the mapping translates, found another: {Found.Describe(cell)}", "Correct the code in the export, or add it to 'codes' in the mapping (or set 'otherwise').");
        return withoutCode == Otherwise.Value ? withoutCodeValue : Cell.Empty;
    }

    private Cell Joined(ref RowScope row)
    {
        var text = Cell.Empty;
        foreach (var reference in from)
        {
            var part = row[reference];
            if (!part.IsEmpty)
                text = text.IsEmpty ? part : new Cell(CellKind.Text, string.Concat(text.Text.Span, join, part.Text.Span).AsMemory());
        }

        return text;
    }
}
