using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Intake;

/// <summary>A source record as it rests in quarantine, encrypted: everything a retry needs.</summary>
internal sealed record SealedRecord(string Id, bool IdIsPersonal, long? Version, string Kind, long? Line, byte[] Raw, IReadOnlyDictionary<string, string> Properties)
{
    public static byte[] Write(SourceRecord record) => JsonSerializer.SerializeToUtf8Bytes(
        new SealedRecord(record.Id, record.IdIsPersonal, record.Version, record.Kind, record.Line, record.Raw.ToArray(), record.Properties),
        SealedJson.Default.SealedRecord);

    public static SourceRecord Read(ReadOnlyMemory<byte> json)
    {
        var record = JsonSerializer.Deserialize(json.Span, SealedJson.Default.SealedRecord)!;
        return new SourceRecord
        {
            Id = record.Id,
            IdIsPersonal = record.IdIsPersonal,
            Version = record.Version,
            Kind = record.Kind,
            Line = record.Line,
            Raw = record.Raw,
            Properties = record.Properties,
        };
    }

    public override string ToString() => $"SealedRecord({Kind})";
}
