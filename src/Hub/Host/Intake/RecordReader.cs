using System.Buffers;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Intake;

/// <summary>Takes one source record through its normaliser and makes of it what the journal stores. No I/O.</summary>
internal sealed class RecordReader(
    string source, string adapterVersion, IRecordNormaliser normaliser, Pseudonymiser pseudonyms, LegalGate gate, long maxRecordBytes)
{
    private static readonly string IdentityReplaced = FactContract.NameOf<CitizenIdentityReplaced>();

    /// <summary>The journal's record, or why not; and how many facts no authorisation names.</summary>
    public (JournalRecord? Accepted, QuarantinedRecord? Quarantined, IReadOnlyList<Rejection> Rejections, int Minimised) Read(
        SourceRecord record, DateTimeOffset now)
    {
        var recordId = record.IdIsPersonal ? pseudonyms.OfRecordId(record.Id) : record.Id;
        var normalised = Normalise(record);
        if (normalised.IsRejected)
            return (null, Quarantine(record, recordId, normalised.Rejections), normalised.Rejections, 0);

        var facts = new List<JournalFact>(normalised.Facts.Count);
        var keys = new HashSet<string>();
        var minimised = 0;
        foreach (var fact in normalised.Facts)
        {
            var contract = FactContract.NameOf(fact.Fact.GetType());
            if (!keys.Add(fact.Key))
            {
                IReadOnlyList<Rejection> twice = [new Rejection(fact.Key, "each fact of a record under its own key, found one twice", "Report this to the maker of the adapter.")];
                return (null, Quarantine(record, recordId, twice), twice, 0);
            }

            if (contract != IdentityReplaced && !gate.MayStore(source, contract, now))
                minimised++;
            else
                facts.Add(Journal(fact, contract));
        }

        return (new JournalRecord(recordId, record.Version, record.Version is null ? HashOf(facts) : [], facts), null, [], minimised);
    }

    private Normalised Normalise(SourceRecord record)
    {
        if (record.Raw.Length > maxRecordBytes)
            return Normalised.Reject(new Rejection("record", $"at most {maxRecordBytes} bytes, found {record.Raw.Length}", "Split the record, or raise limits.maxRecordBytes in hub.json."));
        try
        {
            return normaliser.Normalise(record);
        }
        catch (Exception exception)
        {
            return Normalised.Reject(new Rejection("record", $"a record that the adapter can read, found one on which it fails with {exception.GetType().Name}", "Report this to the maker of the adapter."));
        }
    }

    private JournalFact Journal(NormalisedFact fact, string contract) => new(
        fact.Key,
        contract,
        pseudonyms.OfInsz(fact.Citizen),
        fact.Others.Count == 0 ? [] : [.. fact.Others.Select(pseudonyms.OfInsz)],
        fact.Fact,
        SealedPerson.Write(fact.Citizen, fact.Person));

    private byte[] HashOf(List<JournalFact> facts)
    {
        var content = new ArrayBufferWriter<byte>(512);
        foreach (var fact in facts)
        {
            using (var json = new Utf8JsonWriter(content))
                JsonSerializer.Serialize(json, fact.Fact, fact.Fact.GetType(), ContractsJson.Default);
            var header = System.Text.Encoding.UTF8.GetBytes($"{fact.Key}|{fact.Contract}|{fact.Others.Count}|");
            content.Write(header);
            foreach (var other in fact.Others)
                content.Write(other);
            content.Write(fact.Person.Span);
        }

        return pseudonyms.OfContent(content.WrittenSpan);
    }

    private QuarantinedRecord Quarantine(SourceRecord record, string recordId, IReadOnlyList<Rejection> rejections) => new()
    {
        RecordId = recordId,
        Kind = record.Kind,
        Reasons = JsonSerializer.Serialize(rejections, SealedJson.Default.IReadOnlyListRejection),
        AdapterVersion = adapterVersion,
        Content = SealedRecord.Write(record),
        ContentHash = pseudonyms.OfContent(record.Raw.Span),
    };
}
