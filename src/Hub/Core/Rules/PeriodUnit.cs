namespace IntegrationHub.Core.Rules;

/// <summary>What a <see cref="Period"/> counts.</summary>
public enum PeriodUnit
{
    /// <summary>60 minutes.</summary>
    Hour,

    /// <summary>A calendar day in Belgium.</summary>
    Day,

    /// <summary>Seven calendar days.</summary>
    Week,

    /// <summary>A calendar month; the last day where the month is shorter.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,
}
