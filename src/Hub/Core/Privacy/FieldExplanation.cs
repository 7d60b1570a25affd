namespace IntegrationHub.Core.Privacy;

/// <summary>Whether a field would flow.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Flows">Whether it would.</param>
/// <param name="OnlyWithOpenFile">Whether it would only where the recipient has a file open for the citizen.</param>
/// <param name="Grounds">By which authorisations.</param>
/// <param name="WhyNot">Why it would not; null when it would.</param>
public sealed record FieldExplanation(string Field, bool Flows, bool OnlyWithOpenFile, IReadOnlyList<Authorisation> Grounds, string? WhyNot);
