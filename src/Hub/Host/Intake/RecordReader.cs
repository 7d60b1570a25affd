using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Objections;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Intake;

/// <summary>Takes one source record through its normaliser and makes of it what the journal stores. No I/O. Whatever a plugin returns, one record ends accepted or quarantined.</summary>
internal sealed class RecordReader(
    string source, string adapterVersion, IRecordNormaliser normaliser, Pseudonymiser pseudonyms, Func<LegalGate> gates, long maxRecordBytes)
{
    private static readonly string IdentityReplaced = FactContract.NameOf<CitizenIdentityReplaced>();
    private readonly CheckedNormaliser normaliser = new(normaliser, maxRecordBytes);

    // Of each contract, by the set of fields that the gate gives: the same set until a ground begins or a rescan brings another gate.
    private readonly ConditionalWeakTable<IReadOnlySet<string>, byte[]> named = [];

    /// <summary>The journal's record, or why not; and how many facts no authorisation names.</summary>
    public RecordReading Read(SourceRecord record, Snapshot? snapshot, DateTimeOffset now)
    {
        try
        {
            var normalised = normaliser.Normalise(record);
            return normalised.IsRejected ? Quarantine(record, snapshot, normalised.Rejections) : Accept(record, IdOf(record), normalised.Facts, now);
        }
        catch (Exception exception)
        {
            return Quarantine(record, snapshot, [CheckedNormaliser.Failure(exception)]);
        }
    }

    /// <summary>What rests in quarantine of a record that is rejected.</summary>
    public RecordReading Quarantine(SourceRecord record, Snapshot? snapshot, IReadOnlyList<Rejection> rejections) => new(
        null,
        new QuarantinedRecord
        {
            RecordId = IdOf(record),
            Kind = record.Kind,
            Reasons = JsonSerializer.Serialize(rejections, SealedJson.Default.IReadOnlyListRejection),
            AdapterVersion = adapterVersion,
            Content = SealedRecord.Write(record, snapshot),
            ContentHash = HashOf(record),
            Version = record.Version,
        },
        rejections,
        0);

    /// <summary>By which a record is known again that rests in quarantine.</summary>
    public byte[] HashOf(SourceRecord record) => pseudonyms.OfContent(record.Raw.Span);

    private string IdOf(SourceRecord record) => record.IdIsPersonal || !CheckedNormaliser.IsStorable(record.Id) ? pseudonyms.OfRecordId(record.Id) : record.Id;

    private RecordReading Accept(SourceRecord record, string recordId, IReadOnlyList<NormalisedFact> normalised, DateTimeOffset now)
    {
        var facts = new List<JournalFact>(normalised.Count);
        var version = new ArrayBufferWriter<byte>(512);
        var own = record.Version is null ? new ArrayBufferWriter<byte>(512) : null;
        var minimised = 0;
        var gate = gates();
        foreach (var fact in normalised)
        {
            var contract = FactContract.NameOf(fact.Fact.GetType());
            var fields = gate.FieldsToStore(source, contract, now);
            var isObjection = ObjectionCodes.IsOne(fact.Fact);
            var journal = Journal(fact, contract, fields ?? DisclosedFields.None);
            if (isObjection && fields is null)
                journal = journal with { Fact = ObjectionCodes.Bare((CircumstanceReported)fact.Fact) };
            version.Write(Named(gate.FieldsNamedBy(source, contract, now), contract));
            if (own is not null)
            {
                var from = version.WrittenCount;
                WriteContent(version, fact, journal, fields ?? DisclosedFields.None);
                own.Write(version.WrittenSpan[from..]);
            }

            if (fields is null && contract != IdentityReplaced && !isObjection)
                minimised++;
            else
                facts.Add(journal);
        }

        return new RecordReading(new JournalRecord(recordId, record.Version, pseudonyms.OfContent(version.WrittenSpan), facts) { OwnHash = own is null ? null : pseudonyms.OfContent(own.WrittenSpan) }, null, [], minimised);
    }

    private JournalFact Journal(NormalisedFact fact, string contract, IReadOnlySet<string> fields) => new(
        fact.Key,
        contract,
        pseudonyms.OfInsz(fact.Citizen),
        fact.Others.Count == 0 ? [] : [.. fact.Others.Select(pseudonyms.OfInsz)],
        ContractFields.Minimised(fact.Fact, fields),
        SealedPerson.Write(fact.Citizen, fact.Person, fields));

    /// <summary>
    /// The version of a source that gives none is everything the normaliser found. Beside it, and beside a version of the source's own, stands which of it the configuration names: so a ground that is
    /// added makes a new version at the next read, and a ground that lapses on a day withdraws nothing.
    /// </summary>
    private static void WriteContent(ArrayBufferWriter<byte> content, NormalisedFact fact, JournalFact journal, IReadOnlySet<string> stored)
    {
        content.Write(FactContract.Serialize(fact.Fact));
        content.Write("|"u8);
        content.Advance(Encoding.UTF8.GetBytes(fact.Key, content.GetSpan(Encoding.UTF8.GetMaxByteCount(fact.Key.Length))));
        content.Write(journal.Citizen);
        foreach (var other in journal.Others)
            content.Write(other);
        content.Write(SealedPerson.LeavesOut(fact.Person, stored) ? SealedPerson.Write(fact.Citizen, fact.Person, DisclosedFields.All) : journal.Person.Span);
    }

    private byte[] Named(IReadOnlySet<string>? fields, string contract) => fields is null
        ? Encoding.UTF8.GetBytes($"|{contract}|-|")
        : named.GetValue(fields, set => Encoding.UTF8.GetBytes($"|{contract}|{string.Join(',', set.Order(StringComparer.Ordinal))}|"));
}
