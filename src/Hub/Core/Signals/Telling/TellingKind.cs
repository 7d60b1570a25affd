namespace IntegrationHub.Core.Signals.Telling;

/// <summary>What a delivery tells of a signal.</summary>
public enum TellingKind
{
    /// <summary>It is new to the recipient.</summary>
    Issued,

    /// <summary>It says something else by now.</summary>
    Updated,

    /// <summary>Nothing that the recipient saw in it holds.</summary>
    Withdrawn,
}
