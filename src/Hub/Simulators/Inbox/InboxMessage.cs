using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IntegrationHub.Simulators.Inbox;

/// <summary>The body of a webhook.</summary>
internal sealed record InboxMessage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, MaxDepth = 8 };

    public required string Type { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public required InboxSignal Data { get; init; }

    public bool IsUpdate => Type == "signal.updated";

    public bool IsWithdrawal => Type == "signal.withdrawn";

    /// <summary>Reads a body. The reason why it cannot be read never repeats what it holds.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out InboxMessage? message, [NotNullWhen(false)] out string? reason)
    {
        message = null;
        reason = null;
        try
        {
            message = JsonSerializer.Deserialize<InboxMessage>(body, Json);
        }
        catch (JsonException e)
        {
            reason = $"The body is not the JSON of a signal: look at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.";
            return false;
        }

        if (message?.Type is "signal.issued" or "signal.updated" or "signal.withdrawn")
            return true;
        reason = "The type is none of signal.issued, signal.updated and signal.withdrawn.";
        return false;
    }
}
