using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Erasure;

namespace IntegrationHub.Host.Erasure;

/// <summary>Finds everything of a citizen and has it erased.</summary>
internal static class CitizenToErase
{
    /// <summary>Null when the hub knows nobody by this reference, or by this INSZ.</summary>
    public static async Task<ErasedCitizen?> EraseAsync(HubServices hub, CitizenRef? reference, Insz? insz, string actor, string because, DateTimeOffset now, CancellationToken token)
    {
        var citizen = reference ?? await hub.Store.Erasure.FindAsync(hub.Pseudonyms.OfInsz(insz ?? throw new PermanentFailureException("Say who: --citizen, or an INSZ on standard input.")), token);
        if (citizen is not { } her)
            return null;
        var known = new HashSet<Insz>();
        if (insz is { } given)
            known.Add(given);
        foreach (var person in await hub.Store.Erasure.PeopleAsync(her, token))
        {
            if (SealedPerson.Read(person) is { } sealedPerson && Insz.TryParse(sealedPerson.Insz, out var one))
                known.Add(one);
        }

        var trace = new HerTrace(her, known);
        var quarantined = await hub.Store.Erasure.QuarantinedAsync(trace.IsIn, token);
        IReadOnlyList<ReadOnlyMemory<byte>> states = [.. trace.StateKeys.Select(key => (ReadOnlyMemory<byte>)hub.Pseudonyms.OfStateKey(key))];
        return await hub.Store.Erasure.EraseAsync(new ErasureOrder(her, actor, because, quarantined, states, now), token);
    }
}
