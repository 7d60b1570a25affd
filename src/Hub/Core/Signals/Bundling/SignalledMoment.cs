using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Signals.Bundling;

/// <summary>A moment that stands in a signal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Citizen">Whose life it is.</param>
/// <param name="Code">What kind of moment.</param>
public sealed record SignalledMoment(Guid Id, CitizenRef Citizen, string Code)
{
    /// <summary>The partners who may see it.</summary>
    public IReadOnlyList<ChosenPartner> Chosen { get; init; } = [];
}
