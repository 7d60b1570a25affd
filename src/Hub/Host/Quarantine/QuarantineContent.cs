using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Quarantine;

/// <summary>The content of an entry for a person who may see it: a record as it came, or a fact.</summary>
internal static class QuarantineContent
{
    /// <summary>The entry without its content.</summary>
    public static JsonObject Describe(QuarantineEntry entry) => new()
    {
        ["id"] = entry.Id,
        ["source"] = entry.Source,
        ["recordId"] = entry.RecordId,
        ["kind"] = entry.Kind,
        ["adapterVersion"] = entry.AdapterVersion,
        ["quarantinedAt"] = entry.QuarantinedAt,
        ["reason"] = entry.Reason,
        ["reasons"] = JsonNode.Parse(entry.Reasons),
    };

    public static JsonObject Open(QuarantineEntry entry, ReadOnlyMemory<byte> content)
    {
        var opened = Describe(entry);
        if (entry.IsFact)
        {
            opened["fact"] = JsonNode.Parse(content.Span);
            return opened;
        }

        var batch = SealedRecord.Read(content);
        var record = batch.Records[0];
        opened["version"] = record.Version;
        opened["line"] = record.Line;
        opened["export"] = batch.Snapshot?.Id;
        opened["properties"] = JsonSerializer.SerializeToNode(record.Properties);
        if (Utf8.IsValid(record.Raw.Span))
            opened["text"] = Encoding.UTF8.GetString(record.Raw.Span);
        else
            opened["base64"] = Convert.ToBase64String(record.Raw.Span);
        return opened;
    }
}
