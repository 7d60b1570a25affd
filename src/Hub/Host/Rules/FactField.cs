namespace IntegrationHub.Host.Rules;

/// <summary>One field of a contract that a rule can ask about.</summary>
/// <param name="Name">Its JSON name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsAlwaysThere">Whether every fact of the contract has it.</param>
/// <param name="Choices">Of a <see cref="FactFieldKind.Choice"/>: the values, as the JSON writes them.</param>
internal sealed record FactField(string Name, FactFieldKind Kind, bool IsAlwaysThere, IReadOnlyList<string> Choices)
{
    /// <summary>What it holds, in words.</summary>
    public string Holds => Kind switch
    {
        FactFieldKind.Code => "a code",
        FactFieldKind.Codes => "one or more codes",
        FactFieldKind.Date => "a date",
        FactFieldKind.YesNo => "yes or no",
        FactFieldKind.Choice => "one of " + string.Join(", ", Choices),
        FactFieldKind.Municipality => "a NIS code of 5 digits",
        FactFieldKind.Enterprise => "a KBO number of 10 digits",
        _ => "codes, dates or numbers, each by its own name",
    };
}
