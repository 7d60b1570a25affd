namespace IntegrationHub.Contracts;

/// <summary>
/// The citizen's INSZ was replaced by another (MAGDA warning 30004, KSZ <c>ssin@replacedBy</c>). The normaliser gives the old INSZ as the citizen and the
/// new one as the only other; the intake makes both lead to one <see cref="CitizenRef"/>, so this fact names one citizen.
/// </summary>
public sealed record CitizenIdentityReplaced : Fact;
