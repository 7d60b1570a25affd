namespace IntegrationHub.Fuzzing.Tests.Mutating;

/// <summary>Spoils what HL7 v2 and MLLP live by: frames, segments and the separators that a message names itself.</summary>
internal static class Frames
{
    public static byte[] Spoil(byte[] bytes, Random random) => random.Next(6) switch
    {
        0 => Each(bytes, (byte)'|', random),
        1 => Each(bytes, (byte)'^', random),
        2 => Each(bytes, 0x0D, random),
        3 => [0x0B, .. bytes, 0x1C, 0x0D],
        4 => [.. bytes, 0x1C, 0x0D, 0x0B, .. bytes],
        _ => [.. "MSH"u8, (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), .. bytes.AsSpan(Math.Min(8, bytes.Length))],
    };

    private static byte[] Each(byte[] bytes, byte separator, Random random)
    {
        var other = (byte)random.Next(256);
        return [.. bytes.Select(one => one == separator && random.Next(3) > 0 ? other : one)];
    }
}
