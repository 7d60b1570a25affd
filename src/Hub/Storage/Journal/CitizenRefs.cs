namespace IntegrationHub.Storage.Journal;

/// <summary>References as one blob, 16 bytes each: what a record row holds.</summary>
internal static class CitizenRefs
{
    private const int Size = 16;

    public static byte[] Pack(IReadOnlyList<Guid> citizens)
    {
        if (citizens.Count == 0)
            return [];
        var packed = new byte[citizens.Count * Size];
        for (var i = 0; i < citizens.Count; i++)
            citizens[i].TryWriteBytes(packed.AsSpan(i * Size, Size), bigEndian: true, out _);
        return packed;
    }

    public static IEnumerable<Guid> Unpack(byte[] packed)
    {
        for (var at = 0; at < packed.Length; at += Size)
            yield return new Guid(packed.AsSpan(at, Size), bigEndian: true);
    }
}
