using IntegrationHub.Core.Rules.Fields;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>The least or greatest value of a field: a number or a day.</summary>
internal sealed class Bound
{
    private readonly DateOnly? day;
    private readonly decimal? number;

    private Bound(DateOnly? day, decimal? number) => (this.day, this.number) = (day, number);

    /// <exception cref="ArgumentException">The text is neither a number nor a date.</exception>
    public static Bound? Of(string? text)
    {
        if (text is null)
            return null;
        if (FactField.AsDay(text) is { } date)
            return new Bound(date, null);
        return FactField.AsNumber(text) is { } amount ? new Bound(null, amount) : throw new ArgumentException("Expected a number or a date (yyyy-MM-dd).", nameof(text));
    }

    /// <summary>Below zero when the bound is less than the value; null when the value is not of the bound's kind.</summary>
    public int? CompareTo(object value) => day is { } wanted
        ? FactField.AsDay(value) is { } found ? wanted.CompareTo(found) : null
        : FactField.AsNumber(value) is { } amount ? number!.Value.CompareTo(amount) : null;
}
