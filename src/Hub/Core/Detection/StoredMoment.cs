using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Core.Detection;

/// <summary>A moment in the store.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Moment">The moment.</param>
/// <param name="IsWithdrawn">Whether it lost its ground.</param>
/// <param name="UnheardSignal">Its signal, while nobody receives this moment: no partner could be chosen, or the gate refused all. Null when somebody does.</param>
public sealed record StoredMoment(Guid Id, Moment Moment, bool IsWithdrawn, Guid? UnheardSignal = null)
{
    /// <summary>What became of it.</summary>
    public MomentOutcome Outcome { get; init; } = MomentOutcome.Signalled;

    /// <summary>The signal that it is in; null when it is held or history.</summary>
    public Guid? SignalId { get; init; }

    /// <summary>How soon its rule says to look.</summary>
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>The partners who may see it.</summary>
    public IReadOnlyList<ChosenPartner> Chosen { get; init; } = [];
}
