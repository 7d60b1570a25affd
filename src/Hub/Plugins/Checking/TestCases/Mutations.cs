using System.Text;

namespace IntegrationHub.Plugins.Checking.TestCases;

/// <summary>Spoils bytes in the ways that bytes get spoilt. The same seed gives the same bytes.</summary>
internal sealed class Mutations(int seed)
{
    // Seeded on purpose: a failure must come back when it is run again.
#pragma warning disable CA5394
    private readonly Random random = new(seed);

    /// <summary>One more spoilt copy. Half of them hold the marked citizen where something else stood, so that a message which repeats what it found gives itself away.</summary>
    public byte[] Spoil(ReadOnlySpan<byte> good)
    {
        var bytes = good.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
            bytes = Once(bytes);
        return bytes;
    }

    /// <summary>Bytes of no shape at all.</summary>
    public byte[] Anything()
    {
        var bytes = new byte[random.Next(0, 512)];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Once(byte[] bytes)
    {
        var (from, length) = Slice(bytes);
        return random.Next(10) switch
        {
            0 => [.. bytes.Select(one => random.Next(40) == 0 ? (byte)random.Next(256) : one)],
            1 => bytes[..from],
            2 => [.. bytes[..from], .. bytes[(from + length)..]],
            3 => [.. bytes[..from], .. bytes.AsSpan(from, length), .. bytes[from..]],
            4 => [.. bytes[..from], .. Mark(), .. bytes[from..]],
            5 => [0xEF, 0xBB, 0xBF, .. bytes],
            _ => Replace(bytes),
        };
    }

    // A value is what stands between two signs of punctuation: replacing it whole keeps the shape and spoils the meaning.
    private byte[] Replace(byte[] bytes)
    {
        var starts = Enumerable.Range(0, bytes.Length).Where(i => IsText(bytes[i]) && (i == 0 || !IsText(bytes[i - 1]))).ToList();
        if (starts.Count == 0)
            return Mark();
        var start = starts[random.Next(starts.Count)];
        var end = start;
        while (end < bytes.Length && IsText(bytes[end]))
            end++;
        return [.. bytes[..start], .. Mark(), .. bytes[end..]];
    }

    private byte[] Mark() => Encoding.UTF8.GetBytes(random.Next(4) switch
    {
        0 => MarkedCitizen.Insz.Digits,
        1 => MarkedCitizen.Remark,
        2 => MarkedCitizen.WrittenInsz,
        _ => MarkedCitizen.FamilyName,
    });

    private (int From, int Length) Slice(byte[] bytes)
    {
        var from = random.Next(bytes.Length + 1);
        return (from, random.Next(Math.Min(64, bytes.Length - from) + 1));
    }

    private static bool IsText(byte one) => one >= 0x80 || char.IsAsciiLetterOrDigit((char)one) || one is (byte)' ' or (byte)'-' or (byte)'.';
#pragma warning restore CA5394
}
