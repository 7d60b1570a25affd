namespace IntegrationHub.Core.Signals.Telling;

/// <summary>A moment in a signal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Chosen">The partners who may see it.</param>
public sealed record MomentOfSignal(Guid Id, IReadOnlyList<ChosenPartner> Chosen);
