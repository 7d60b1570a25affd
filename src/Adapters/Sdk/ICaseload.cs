namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// The citizens whom the partners help, as the hub knows from files opened and closed. A source that needs registration before data flows (MAGDA, KSZ) asks for these citizens only.
/// </summary>
public interface ICaseload
{
    /// <summary>Everyone who has or had a file, in a fixed order.</summary>
    /// <param name="after">A <see cref="CaseloadCitizen.Position"/>: starts after it. Null starts at the beginning.</param>
    /// <param name="token">Cancels.</param>
    IAsyncEnumerable<CaseloadCitizen> ReadAsync(string? after, CancellationToken token);
}
