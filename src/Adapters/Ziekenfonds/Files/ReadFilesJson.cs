using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Files;

namespace IntegrationHub.Adapters.Ziekenfonds.Files;

/// <summary>Which files were read, as a checkpoint.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadFiles))]
internal sealed partial class ReadFilesJson : JsonSerializerContext
{
    /// <summary>As the host stores it.</summary>
    public static Checkpoint Write(ReadFiles read) => new(JsonSerializer.Serialize(read, Default.ReadFiles));

    /// <summary>Reads what <see cref="Write"/> wrote; nothing was read where there is no checkpoint.</summary>
    /// <exception cref="PermanentFailureException">The checkpoint is of another adapter or version.</exception>
    public static ReadFiles Read(Checkpoint? checkpoint)
    {
        try
        {
            return (checkpoint is null ? null : JsonSerializer.Deserialize(checkpoint.Value, Default.ReadFiles)) ?? new ReadFiles();
        }
        catch (JsonException e)
        {
            throw new PermanentFailureException("The stored checkpoint is not one of this adapter. Forget it, so that the source is read from its beginning: nothing is stored twice.", e);
        }
    }
}
