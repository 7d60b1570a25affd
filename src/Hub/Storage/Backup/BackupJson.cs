using System.Text.Json.Serialization;

namespace IntegrationHub.Storage.Backup;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupHeader))]
[JsonSerializable(typeof(IReadOnlyList<BackupPart>))]
internal sealed partial class BackupJson : JsonSerializerContext;
