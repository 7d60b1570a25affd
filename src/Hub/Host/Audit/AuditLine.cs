using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Audit;

/// <summary>An entry as <c>--json</c> and the export show it. What does not apply is left out.</summary>
internal sealed record AuditLine(
    long Id, DateTimeOffset At, string Kind, string Actor, string? Recipient, string? Citizen, Guid? SignalId, Guid? DeliveryId, string? Source, IReadOnlyCollection<string>? Fields, string? Purpose,
    string? Ground, string? Detail, long? Block, int? Position)
{
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AuditLine Of(AuditRecord record)
    {
        var entry = record.Entry;
        return new AuditLine(
            record.Id, entry.At, entry.Kind, entry.Actor, Text(entry.Recipient), entry.Citizen?.ToString(), entry.SignalId, entry.DeliveryId, Text(entry.Source),
            entry.Fields.Count == 0 ? null : entry.Fields, Text(entry.Purpose), Text(entry.Ground), Text(entry.Detail), record.Block, record.Position);
    }

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
