using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A moment that a recipient was chosen for and may not see when it is delivered.</summary>
/// <param name="Citizen">Whose it is.</param>
/// <param name="Reason">Why not, one sentence.</param>
public sealed record WithheldMoment(CitizenRef Citizen, string Reason)
{
    /// <summary>Id of the source of the fact that it hangs on.</summary>
    public string Source { get; init; } = "";

    /// <summary>The purpose of the authorisations that name it and do not hold.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>These authorisations: each number with its id.</summary>
    public string Ground { get; init; } = "";
}
