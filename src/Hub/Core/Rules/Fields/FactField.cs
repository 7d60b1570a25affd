using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Rules.Fields;

/// <summary>A field of a contract that a rule can test.</summary>
public sealed class FactField
{
    private readonly Func<object, object?> get;
    private readonly string? attribute;

    internal FactField(string name, FieldKind kind, Type type, Func<object, object?> get, string? attribute = null)
    {
        (Name, Kind, Type, this.get, this.attribute) = (name, kind, type, get, attribute);
        Values = type.IsEnum ? Enum.GetNames(type) : type == typeof(bool) ? ["true", "false"] : [];
    }

    /// <summary>Its JSON name (<c>endedOn</c>), or <c>attributes.name</c>.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public FieldKind Kind { get; }

    /// <summary>What holds it in the contract.</summary>
    public Type Type { get; }

    /// <summary>Whether every fact of the contract has a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The only values it can have, as JSON writes them; empty where that is open.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>One attribute of a field that holds several.</summary>
    internal FactField Attribute(string name) => new($"{Name}.{name}", FieldKind.Text, typeof(string), get, name);

    /// <summary>The value; null when there is none.</summary>
    internal object? Read(Fact fact)
    {
        var value = get(fact);
        if (attribute is not null)
            value = ((IReadOnlyDictionary<string, string>?)value)?.GetValueOrDefault(attribute);
        return value is "" ? null : value;
    }

    /// <summary>The value as a calendar day; null when it is none.</summary>
    internal DateOnly? ReadDay(Fact fact) => AsDay(Read(fact));

    /// <summary>As the contract's JSON writes a value (a day for an instant).</summary>
    internal static string AsText(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => AsText(BelgianTime.DayOf(time)),
        IFormattable number and not Enum => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    internal static DateOnly? AsDay(object? value) => value switch
    {
        DateOnly day => day,
        DateTimeOffset time => BelgianTime.DayOf(time),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };

    internal static decimal? AsNumber(object? value) => value switch
    {
        string text when decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) => number,
        int or long or short or byte or double or float or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
