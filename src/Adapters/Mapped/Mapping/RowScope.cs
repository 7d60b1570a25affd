using System.Globalization;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>One row while it becomes facts: its cells, and every reason against it.</summary>
internal ref struct RowScope(RowCells cells, IRowReader reader, long? line)
{
    private List<Rejection>? rejections;

    /// <summary>Why the row is rejected; null while nothing speaks against it.</summary>
    public readonly IReadOnlyList<Rejection>? Rejections => rejections;

    /// <summary>Free text found where a code was expected: it belongs in the encrypted column.</summary>
    public string? FreeText { get; private set; }

    /// <summary>Who the row is about; a default value while that is not known.</summary>
    public Insz Citizen { get; set; }

    /// <summary>The other people whom the fact at hand names.</summary>
    public IReadOnlyList<Insz> Others { get; set; } = [];

    /// <summary>A cell.</summary>
    public readonly ref readonly Cell this[int reference] => ref cells[reference];

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
