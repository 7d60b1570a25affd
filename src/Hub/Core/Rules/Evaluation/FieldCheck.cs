using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules.Fields;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>A <see cref="FieldTest"/> made ready for many facts of one contract.</summary>
internal sealed class FieldCheck
{
    private readonly FactField tested;
    private readonly string[] oneOf;
    private readonly string[] noneOf;
    private readonly bool? known;
    private readonly Bound? from;
    private readonly Bound? to;

    /// <exception cref="ArgumentException">The contract has no such field, or a bound is neither a number nor a date.</exception>
    public FieldCheck(string contract, FieldTest test)
    {
        tested = FactFields.Find(contract, test.Field);
        (oneOf, noneOf, known) = (Written(test.In), Written(test.NotIn), test.Known);
        (from, to) = (Bound.Of(test.From), Bound.Of(test.To));
    }

    public string Field => tested.Name;

    /// <summary>The values of which the field must have one; empty when it may have others.</summary>
    public IReadOnlyList<string> MustBeOneOf => oneOf;

    /// <summary>The value as text, to find in an index; null when there is none or there are several.</summary>
    public string? Key(Fact fact) => tested.Kind == FieldKind.Text && tested.Read(fact) is { } value ? FactField.AsText(value) : null;

    public bool IsIndexable => tested.Kind == FieldKind.Text && oneOf.Length > 0;

    public bool Holds(Fact fact)
    {
        var value = tested.Read(fact);
        if (value is IReadOnlyList<string> list)
            return HoldsOfOne(list);
        if (value is null)
            return known is not true && oneOf.Length == 0 && from is null && to is null;
        return known is not false && Fits(value);
    }

    private bool HoldsOfOne(IReadOnlyList<string> list)
    {
        if (known is { } wanted && wanted != list.Count > 0)
            return false;
        if (noneOf.Length > 0 && list.Any(value => Array.IndexOf(noneOf, value) >= 0))
            return false;
        return (oneOf.Length == 0 && from is null && to is null) || list.Any(Fits);
    }

    private bool Fits(object value)
    {
        if (oneOf.Length > 0 || noneOf.Length > 0)
        {
            var text = FactField.AsText(value);
            if ((oneOf.Length > 0 && Array.IndexOf(oneOf, text) < 0) || Array.IndexOf(noneOf, text) >= 0)
                return false;
        }

        return (from is null || from.CompareTo(value) is <= 0) && (to is null || to.CompareTo(value) is >= 0);
    }

    private string[] Written(IReadOnlyList<string> values) => tested.Kind == FieldKind.YesNo
        ? [.. values.Select(value => value is "yes" ? "true" : value is "no" ? "false" : value)]
        : [.. values];
}
