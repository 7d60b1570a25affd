using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Plugins.Checking.Trial;

/// <summary>Citizens who all have an open file.</summary>
public sealed class TrialCaseload(IEnumerable<Insz> citizens) : ICaseload
{
    private readonly List<CaseloadCitizen> citizens = [.. citizens.Select((insz, i) => new CaseloadCitizen(i.ToString("D6", CultureInfo.InvariantCulture), insz, true))];

    /// <inheritdoc/>
    public async IAsyncEnumerable<CaseloadCitizen> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var citizen in citizens.Where(one => string.CompareOrdinal(one.Position, after ?? "") > 0))
        {
            token.ThrowIfCancellationRequested();
            yield return await ValueTask.FromResult(citizen);
        }
    }
}
