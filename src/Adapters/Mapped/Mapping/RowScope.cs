using System.Globalization;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>One row while it becomes facts: its cells, and every reason against it.</summary>
/// <param name="cells">The cells.</param>
/// <param name="reader">Who read them.</param>
/// <param name="line">The line that the row begins on.</param>
/// <param name="days">Room for the day in each cell: several fields often read the same.</param>
internal ref struct RowScope(RowCells cells, IRowReader reader, long? line, Span<int> days)
{
    private readonly Span<int> days = days;
    private List<Rejection>? rejections;

    /// <summary>Why the row is rejected; null while nothing speaks against it.</summary>
    public readonly IReadOnlyList<Rejection>? Rejections => rejections;

    /// <summary>Free text found where a code was expected: it belongs in the encrypted column.</summary>
    public string? FreeText { get; private set; }

    /// <summary>Who the row is about; a default value while that is not known.</summary>
    public Insz Citizen { get; set; }

    /// <summary>Who the fact at hand is about: the row's citizen, or the fact's own.</summary>
    public Insz About { get; set; }

    /// <summary>The column of which the identity has shown already that it holds a number fit to stand in the clear; null while there is none.</summary>
    public int? ProvenNumber { get; set; }

    /// <summary>The other people whom the fact at hand names.</summary>
    public IReadOnlyList<Insz> Others { get; set; } = [];

    /// <summary>A cell.</summary>
    public readonly ref readonly Cell this[int reference] => ref cells[reference];

    /// <summary>The day in a cell that is written in a usual way.</summary>
    public readonly bool TryDay(int reference, out DateOnly day)
    {
        ref var known = ref days[reference];
        if (known > 0)
        {
            day = DateOnly.FromDayNumber(known);
            return true;
        }

        if (!BelgianDate.TryParse(cells[reference].Text.Span, out day))
            return false;
        known = day.DayNumber;
        return true;
    }

    /// <summary>Keeps free text for the remark.</summary>
    public void AddFreeText(string text) => FreeText = FreeText is null ? text : FreeText + "; " + text;

    /// <summary>Adds a reason; the same one again is passed over.</summary>
    public void Reject(int reference, string expected, string toDo)
    {
        var place = reader.PlaceOf(reference);
        var rejection = new Rejection(line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{place}, line {number}") : place, expected, toDo);
        rejections ??= [];
        if (!rejections.Exists(known => known.Field == rejection.Field && known.Expected == rejection.Expected))
            rejections.Add(rejection);
    }
}
