using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Journal;

/// <summary>One fact of a record, before its citizens are known by reference.</summary>
/// <param name="Key">Which fact of the record.</param>
/// <param name="Contract">Wire name of the contract.</param>
/// <param name="Citizen">Hash of the INSZ of the citizen it is about.</param>
/// <param name="Others">Hashes of the INSZs of the others it names, in the contract's order.</param>
/// <param name="Fact">The contract; the store fills citizens, source, record, key, revision and known time.</param>
/// <param name="Person">What identifies a person, as UTF-8 JSON, for the encrypted column. The store seals it, and only when the fact is new.</param>
public sealed record JournalFact(
    string Key, string Contract, byte[] Citizen, IReadOnlyList<byte[]> Others, Fact Fact, ReadOnlyMemory<byte> Person);
