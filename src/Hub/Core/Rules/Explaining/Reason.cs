using IntegrationHub.Core.Detection;

namespace IntegrationHub.Core.Rules.Explaining;

/// <summary>One reason why a rule did not fire (yet) on a fact.</summary>
/// <param name="Kind">What kind of reason.</param>
/// <param name="Text">A plain English sentence. It names contracts, fields, sources and times, never a value of a field or a person.</param>
/// <param name="Fact">The fact that holds it back; null for other kinds.</param>
/// <param name="Until">When time alone takes the reason away; null when it does not.</param>
public sealed record Reason(ReasonKind Kind, string Text, Ground? Fact = null, DateTimeOffset? Until = null);
