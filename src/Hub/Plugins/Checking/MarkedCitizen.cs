using IntegrationHub.Contracts;

namespace IntegrationHub.Plugins.Checking;

/// <summary>An invented citizen whose data is recognised wherever it shows up. The number is one of the government's test numbers.</summary>
public static class MarkedCitizen
{
    /// <summary>Her INSZ.</summary>
    public static Insz Insz { get; } = Insz.Parse("77661571145");

    /// <summary>Her INSZ as it is often written.</summary>
    public static string WrittenInsz => "77.66.15-711.45";

    /// <summary>Her family name.</summary>
    public static string FamilyName => "Zwartkruinvogel";

    /// <summary>Her given name.</summary>
    public static string GivenName => "Xanthippeia";

    /// <summary>Her street and number.</summary>
    public static string Street => "Wezelkruiddreef 4711";

    /// <summary>What somebody wrote about her.</summary>
    public static string Remark => "Krekelzangverdriet";

    private static IReadOnlyList<string> Marks { get; } = [Insz.Digits, WrittenInsz, FamilyName, GivenName, "Wezelkruiddreef", Remark];

    /// <summary>What of her is in a text: the kind of thing, such as "INSZ" or "street".</summary>
    public static IReadOnlyList<string> FoundIn(string? text) => text is null
        ? []
        : [.. Marks.Select((mark, i) => (mark, Kind: i switch { 0 or 1 => "INSZ", 2 => "family name", 3 => "given name", 4 => "street", _ => "remark" }))
            .Where(one => text.Contains(one.mark, StringComparison.OrdinalIgnoreCase)).Select(one => one.Kind).Distinct()];
}
