using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Host.Commands;

/// <summary>Mistakes as a command tells them: a line each on standard error, and for who asked for JSON that too.</summary>
internal static class MistakesOutput
{
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static int Write(IReadOnlyList<string> mistakes, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { mistakes }, Readable));
        foreach (var mistake in mistakes)
            Console.Error.WriteLine(mistake);
        return ExitCode.Failed;
    }
}
