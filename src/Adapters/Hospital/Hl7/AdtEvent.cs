namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>What an ADT message means to us.</summary>
internal enum AdtEvent
{
    /// <summary>One of the many ADT events that a real interface sends and that we do not use (A08, A31, ...).</summary>
    Unused,

    /// <summary>A01.</summary>
    Admit,

    /// <summary>A03.</summary>
    Discharge,

    /// <summary>A11.</summary>
    CancelAdmit,

    /// <summary>A13.</summary>
    CancelDischarge,
}
