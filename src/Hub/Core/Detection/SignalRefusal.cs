using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Core.Detection;

/// <summary>The gate refused a recipient, or nobody could be chosen (recipient empty).</summary>
/// <param name="Recipient">Id of the partner.</param>
/// <param name="Reason">Why, one sentence.</param>
public sealed record SignalRefusal(string Recipient, string Reason)
{
    /// <summary>The authorisations that name it and do not hold: what a ground was missing of.</summary>
    public IReadOnlyList<Authorisation> Lapsed { get; init; } = [];

    /// <summary>As the gate decided.</summary>
    public static SignalRefusal Of(string recipient, GateDecision refused) => new(recipient, refused.Reason) { Lapsed = refused.Grounds };
}
