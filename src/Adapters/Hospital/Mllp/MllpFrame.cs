namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>What stood between a start and an end block.</summary>
/// <param name="Content">The bytes; only the first of them when it was too large.</param>
/// <param name="Length">How many bytes there were.</param>
internal sealed record MllpFrame(ReadOnlyMemory<byte> Content, long Length)
{
    public bool IsTooLarge => Length > Content.Length;
}
