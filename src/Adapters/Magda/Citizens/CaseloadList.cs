using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Citizens;

/// <summary>Everyone whom the partners help or helped, as the hub knows.</summary>
internal sealed class CaseloadList(ICaseload caseload) : ICitizenList
{
    public async IAsyncEnumerable<ListedCitizen> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var citizen in caseload.ReadAsync(after, token))
            yield return new(citizen.Position, citizen.Insz, citizen.HasOpenFile);
    }
}
