using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Intake;

/// <summary>The citizens whom the partners help, from the files in the journal. A position is a <see cref="CitizenRef"/>.</summary>
internal sealed class Caseload(ICaseloadStore store, TimeProvider time) : ICaseload
{
    private const int Page = 200;

    public async IAsyncEnumerable<CaseloadCitizen> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken token)
    {
        CitizenRef? position = after is null ? null : CitizenRef.Parse(after);
        while (true)
        {
            var rows = await store.PageAsync(position, Page, time.GetUtcNow(), token);
            foreach (var row in rows)
            {
                position = row.Citizen;
                if (SealedPerson.Read(row.Person) is { } person && Insz.TryParse(person.Insz, out var insz))
                    yield return new CaseloadCitizen(row.Citizen.ToString(), insz, row.HasOpenFile);
            }

            if (rows.Count < Page)
                yield break;
        }
    }
}
