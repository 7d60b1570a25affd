using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IntegrationHub.Plugins.Checking.TestCases;

/// <summary>
/// <c>record.json</c> beside an input: how its bytes become records. One of three: <c>kind</c> (the input is one record), <c>contentType</c> (it was posted, the plugin splits it), or
/// <c>file</c> (it lies in a folder under that name, and the plugin reads the folder).
/// </summary>
internal sealed record TestCaseReading
{
    public const string FileName = "record.json";

    /// <summary>What one may write.</summary>
    public const string Forms =
        """{ "kind": "..." } where the input is one record (also id, version, line, properties), { "contentType": "..." } where it is posted, or { "file": "name.csv" } where it lies in a folder""";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The record's kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The record's id.</summary>
    public string Id { get; init; } = "case";

    /// <summary>Whether the id is personal.</summary>
    public bool IdIsPersonal { get; init; }

    /// <summary>The record's version.</summary>
    public long? Version { get; init; }

    /// <summary>The line it begins on.</summary>
    public long? Line { get; init; }

    /// <summary>What the normaliser needs beside the bytes.</summary>
    public Dictionary<string, string> Properties { get; init; } = [];

    /// <summary>The header with which the input is posted.</summary>
    public string? ContentType { get; init; }

    /// <summary>The name under which the input lies in a folder.</summary>
    public string? File { get; init; }

    /// <summary>The option that names that folder.</summary>
    public string Option { get; init; } = "folder";

    /// <summary>Options of this case that differ from the sample.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>Reads it strictly.</summary>
    /// <exception cref="JsonException">It is not JSON, or has another shape.</exception>
    public static TestCaseReading Read(string file) => JsonSerializer.Deserialize<TestCaseReading>(System.IO.File.ReadAllBytes(file), Json) ?? throw new JsonException("null");
}
