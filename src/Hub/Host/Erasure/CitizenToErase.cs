using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Erasure;

namespace IntegrationHub.Host.Erasure;

/// <summary>Everything of a citizen, found and not yet erased.</summary>
/// <param name="References">Every reference of hers, the one that was asked for first; none of somebody of whom there is no fact.</param>
/// <param name="Quarantined">Numbers of quarantined records that are hers.</param>
/// <param name="StateKeys">Under which hashes sources may remember something of her.</param>
internal sealed record CitizenToErase(IReadOnlyList<CitizenRef> References, IReadOnlyList<long> Quarantined, IReadOnlyList<ReadOnlyMemory<byte>> StateKeys)
{
    /// <summary>Null when nobody has this reference. With an INSZ it is looked for everywhere: who has no reference may be in quarantine, or in what a source remembers.</summary>
    public static async Task<CitizenToErase?> FindAsync(HubServices hub, CitizenRef? reference, Insz? insz, CancellationToken token)
    {
        var citizen = reference ?? await hub.Store.Erasure.FindAsync(hub.Pseudonyms.OfInsz(insz ?? throw new PermanentFailureException("Say who: --citizen, or an INSZ on standard input.")), token);
        IReadOnlyList<CitizenRef> references = citizen is { } her ? [.. (await hub.Store.Erasure.ReferencesAsync(her, token)).OrderByDescending(one => one == her)] : [];
        var known = new HashSet<Insz>();
        if (insz is { } given)
            known.Add(given);
        foreach (var person in references.Count == 0 ? [] : await hub.Store.Erasure.PeopleAsync(references[0], token))
        {
            if (SealedPerson.Read(person) is { } sealedPerson && Insz.TryParse(sealedPerson.Insz, out var one))
                known.Add(one);
        }

        if (references.Count + known.Count == 0)
            return null;
        var trace = new HerTrace(references, known);
        return new CitizenToErase(
            references, await hub.Store.Erasure.QuarantinedAsync(trace.IsIn, token), [.. trace.StateKeys.Select(key => (ReadOnlyMemory<byte>)hub.Pseudonyms.OfStateKey(key))]);
    }

    /// <summary>Whether there is anything to erase.</summary>
    public async Task<bool> IsAnythingAsync(HubServices hub, CancellationToken token) =>
        References.Count + Quarantined.Count > 0 || await hub.Store.Erasure.IsRememberedAsync(StateKeys, token);

    /// <summary>Null when there was nothing of her.</summary>
    public Task<ErasedCitizen?> EraseAsync(HubServices hub, string actor, string because, DateTimeOffset now, CancellationToken token) =>
        hub.Store.Erasure.EraseAsync(new ErasureOrder(References.Count == 0 ? null : References[0], actor, because, Quarantined, StateKeys, now), token);
}
