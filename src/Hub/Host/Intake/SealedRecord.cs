using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Intake;

/// <summary>A source record as it rests in quarantine, encrypted: everything a retry needs.</summary>
internal sealed record SealedRecord(string Id, bool IdIsPersonal, long? Version, string Kind, long? Line, string? SnapshotScope, string? SnapshotId, byte[] Raw, IReadOnlyDictionary<string, string> Properties)
{
    public static byte[] Write(SourceRecord record, Snapshot? snapshot) => JsonSerializer.SerializeToUtf8Bytes(
        new SealedRecord(record.Id, record.IdIsPersonal, record.Version, record.Kind, record.Line, snapshot?.Scope, snapshot?.Id, record.Raw.ToArray(), record.Properties),
        SealedJson.Default.SealedRecord);

    /// <summary>A page of the one record, in the export it came with.</summary>
    public static SourceBatch Read(ReadOnlyMemory<byte> json)
    {
        var record = JsonSerializer.Deserialize(json.Span, SealedJson.Default.SealedRecord)!;
        var read = new SourceRecord
        {
            Id = record.Id,
            IdIsPersonal = record.IdIsPersonal,
            Version = record.Version,
            Kind = record.Kind,
            Line = record.Line,
            Raw = record.Raw,
            Properties = record.Properties,
        };
        return new SourceBatch { Records = [read], Snapshot = record.SnapshotScope is { } scope ? new Snapshot(scope, record.SnapshotId!, IsLast: false) : null };
    }

    public override string ToString() => $"SealedRecord({Kind})";
}
