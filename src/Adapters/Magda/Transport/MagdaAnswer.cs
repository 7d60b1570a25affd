using IntegrationHub.Adapters.Magda.Replies;

namespace IntegrationHub.Adapters.Magda.Transport;

/// <summary>What came back on one request.</summary>
/// <param name="Raw">The bytes; empty when they were too many.</param>
/// <param name="TooLarge">How many bytes they were when they were too many, as far as known.</param>
/// <param name="Reply">The bytes, read; null when they were too many.</param>
internal sealed record MagdaAnswer(ReadOnlyMemory<byte> Raw, long? TooLarge, MagdaReply? Reply)
{
    /// <summary>Shows the size only.</summary>
    public override string ToString() => $"MagdaAnswer({Raw.Length} bytes)";
}
