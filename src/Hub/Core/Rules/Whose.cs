namespace IntegrationHub.Core.Rules;

/// <summary>Whose facts a condition looks at.</summary>
public enum Whose
{
    /// <summary>Those of the citizen whose moment it is.</summary>
    Citizen,

    /// <summary>Those of the people who live with her on the day of the event, or did the day before; never her own.</summary>
    Household,
}
