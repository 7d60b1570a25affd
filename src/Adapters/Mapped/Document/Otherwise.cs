namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>What to do with a code that has no translation.</summary>
internal enum Otherwise
{
    /// <summary>Reject the row.</summary>
    Reject,

    /// <summary>Leave the field out.</summary>
    Omit,

    /// <summary>Take a fixed value.</summary>
    Value,
}
