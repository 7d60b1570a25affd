using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Detection;

/// <summary>A moment that becomes a signal, or joins one.</summary>
/// <param name="Id">Id of the signal.</param>
/// <param name="MomentId">The moment.</param>
/// <param name="Deliveries">To whom the moment goes. Where it joins a signal, who has that already gets an update instead.</param>
/// <param name="Refusals">To whom it does not go, and why. A signal may have refusals only.</param>
public sealed record NewSignal(Guid Id, Guid MomentId, IReadOnlyList<NewDelivery> Deliveries, IReadOnlyList<SignalRefusal> Refusals)
{
    /// <summary>Whether the signal is there already: stored, or made for another moment of the same evaluation.</summary>
    public bool Joins { get; init; }

    /// <summary>How soon to look at this moment.</summary>
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>After this it is of no use for this moment; null: the usual time after now.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
