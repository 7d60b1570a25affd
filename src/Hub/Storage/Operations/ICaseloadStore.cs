using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Operations;

/// <summary>The citizens who have or had a file.</summary>
public interface ICaseloadStore
{
    /// <summary>A page of them by reference: a fact about each whose encrypted column holds the INSZ, opened, and whether a file is open at <paramref name="now"/>.</summary>
    Task<IReadOnlyList<CaseloadRow>> PageAsync(CitizenRef? after, int max, DateTimeOffset now, CancellationToken token);
}
