using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Erasure;

/// <summary>Erases what is known of people: of one at her request, and of everybody what is past its term. The audit log stays.</summary>
public interface IErasureStore
{
    /// <summary>Who has this INSZ, by what <see cref="Core.Privacy.Pseudonymiser.OfInsz"/> makes of it; null when nobody.</summary>
    Task<CitizenRef?> FindAsync(byte[] innermost, CancellationToken token);

    /// <summary>Every reference of the citizen who has this one; none when nobody has it.</summary>
    Task<IReadOnlyList<CitizenRef>> ReferencesAsync(CitizenRef citizen, CancellationToken token);

    /// <summary>Which of these references somebody has.</summary>
    Task<IReadOnlyList<CitizenRef>> WhoIsThereAsync(IReadOnlyCollection<CitizenRef> references, CancellationToken token);

    /// <summary>What identifies her, opened, of each of her facts, those that detection failed on too: for who looks elsewhere for what is hers.</summary>
    Task<IReadOnlyList<ReadOnlyMemory<byte>>> PeopleAsync(CitizenRef citizen, CancellationToken token);

    /// <summary>The quarantined records whose opened content is hers.</summary>
    Task<IReadOnlyList<long>> QuarantinedAsync(Func<ReadOnlyMemory<byte>, bool> isHers, CancellationToken token);

    /// <summary>Whether a source remembers anything under one of these hashes.</summary>
    Task<bool> IsRememberedAsync(IReadOnlyList<ReadOnlyMemory<byte>> stateKeys, CancellationToken token);

    /// <summary>
    /// Erases a citizen, in one transaction: her facts, moments, signals of which nothing else remains, with their deliveries; the content of what rests of her in quarantine; the state of sources about
    /// her; her reference and the hashes that lead to it. In facts about others that name her, somebody unknown takes her place. What stays: rows of records (a keyed hash, by which a source that sends
    /// the same again brings nothing back), counts, and the audit log, which gains an entry. Null when nobody has this reference
    /// and nothing of hers is in quarantine or in the state of sources.
    /// </summary>
    Task<ErasedCitizen?> EraseAsync(ErasureOrder order, CancellationToken token);

    /// <summary>When something was last written, or a host was seen, before a time; null in a store in which nothing happened yet. To the hour.</summary>
    Task<DateTimeOffset?> LastUsedAsync(DateTimeOffset before, CancellationToken token);

    /// <summary>Erases signals issued before a time that are over, with their deliveries, some at a time. Their moments become history, without recipients, and go with the facts they hang on. Returns how many.</summary>
    Task<int> EraseSignalsAsync(DateTimeOffset before, DateTimeOffset now, int max, CancellationToken token);

    /// <summary>Erases the content of what was quarantined before a time, some at a time. Returns how many.</summary>
    Task<int> EraseQuarantinedAsync(DateTimeOffset before, DateTimeOffset now, int max, CancellationToken token);

    /// <summary>
    /// Erases facts that the hub knew before a time, of the next citizens: those that do not run any more and on which no signal and no open moment rests (<see cref="Core.Timelines.PastTerm"/>).
    /// </summary>
    Task<ErasedFacts> EraseFactsAsync(CitizenRef? after, DateTimeOffset before, DateTimeOffset now, int max, CancellationToken token);

    /// <summary>Erases, among the next moments that are over and in no signal, those whose fact is gone: it went while they were in one.</summary>
    Task<Swept> SweepMomentsAsync(Guid after, DateTimeOffset now, int max, CancellationToken token);

    /// <summary>Forgets whoever has nothing left, among the next citizens: under all her references, and with the way to them.</summary>
    Task<Swept> SweepCitizensAsync(Guid after, int max, CancellationToken token);
}
