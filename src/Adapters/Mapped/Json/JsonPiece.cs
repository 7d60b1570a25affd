using System.Text.Json;

namespace IntegrationHub.Adapters.Mapped.Json;

/// <summary>One token of a JSON stream.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Depth">How deep it stands.</param>
/// <param name="Text">The name of a property or the text of a value; null for all else.</param>
/// <param name="Line">Its line, from 1.</param>
internal readonly record struct JsonPiece(JsonTokenType Type, int Depth, string? Text, long Line);
