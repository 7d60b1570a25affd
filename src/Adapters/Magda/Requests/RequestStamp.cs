namespace IntegrationHub.Adapters.Magda.Requests;

/// <summary>What differs from one request to the next without being the question.</summary>
/// <param name="At">Wall-clock time in Belgium.</param>
/// <param name="Referte">Identifies the request; goes into the access log on both sides.</param>
/// <param name="Gebruiker">INSZ of the user, where the service takes one and the operator gave one.</param>
internal sealed record RequestStamp(DateTime At, string Referte, string? Gebruiker = null)
{
    /// <summary>Shows the reference only.</summary>
    public override string ToString() => $"RequestStamp({Referte})";
}
