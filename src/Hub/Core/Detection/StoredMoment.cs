namespace IntegrationHub.Core.Detection;

/// <summary>A moment in the store.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Moment">The moment.</param>
/// <param name="IsWithdrawn">Whether it lost its ground.</param>
/// <param name="UnheardSignal">Its signal, while nobody receives it: no partner could be chosen, or the gate refused all. Null when somebody does.</param>
public sealed record StoredMoment(Guid Id, Moment Moment, bool IsWithdrawn, Guid? UnheardSignal = null);
