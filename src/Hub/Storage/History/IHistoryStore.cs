using IntegrationHub.Contracts;
using IntegrationHub.Core.Backtest;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Loads;

namespace IntegrationHub.Storage.History;

/// <summary>
/// The journal read citizen by citizen, for tests on history and explanations. Nothing is written or locked, and nothing waits: a hub may run beside it. Each page is what was committed when it was read.
/// </summary>
public interface IHistoryStore
{
    /// <summary>Whether the journal is there: this hub, or a later one, has run on the database.</summary>
    Task<bool> ExistsAsync(CancellationToken token);

    /// <summary>Every load of every source.</summary>
    Task<IReadOnlyList<Load>> LoadsAsync(CancellationToken token);

    /// <summary>How many citizens there are, those who were merged into another left out.</summary>
    Task<long> CountCitizensAsync(CancellationToken token);

    /// <summary>A page of them by reference.</summary>
    Task<IReadOnlyList<CitizenRef>> CitizensAsync(CitizenRef? after, int max, CancellationToken token);

    /// <summary>The citizen that a reference stands for now; null when nobody has it.</summary>
    Task<CitizenRef?> FindAsync(CitizenRef citizen, CancellationToken token);

    /// <summary>Whom the facts of a source's record are about now, by its id as the journal keeps it; none when there is no such record, or nothing is left of it.</summary>
    Task<IReadOnlyList<CitizenRef>> FindAsync(string source, string recordId, CancellationToken token);

    /// <summary>The moments of a citizen that stand, with what became of each.</summary>
    Task<IReadOnlyList<StoredMoment>> MomentsAsync(CitizenRef citizen, CancellationToken token);

    /// <summary>What the journal holds of each of these citizens and of those who live, or lived, with them: facts of these contracts only.</summary>
    Task<IReadOnlyList<CitizenHistory>> LoadAsync(IReadOnlyList<CitizenRef> citizens, IReadOnlyCollection<string> own, IReadOnlyCollection<string> household, CancellationToken token);
}
