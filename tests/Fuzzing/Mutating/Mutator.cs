using System.Text;

namespace IntegrationHub.Fuzzing.Tests.Mutating;

/// <summary>Spoils an input in one to four ways. The same random numbers give the same bytes.</summary>
/// <param name="corpus">What pieces of other inputs are taken from.</param>
/// <param name="shape">What the input is, as far as it helps to spoil it well.</param>
internal sealed class Mutator(IReadOnlyList<Sample> corpus, Shape shape)
{
    private const int Longest = 600_000;

    public byte[] Spoil(Sample sample, Random random)
    {
        if (random.Next(100) == 0)
            return Noise(random);
        if (shape == Shape.Workbook && random.Next(3) > 0)
            return Workbook.Spoil(sample.Bytes, random, inner => Times(inner, random));
        return Times(sample.Bytes, random);
    }

    private byte[] Times(byte[] bytes, Random random)
    {
        for (var times = random.Next(2) == 0 ? 1 : random.Next(1, 5); times > 0; times--)
            bytes = Once(bytes, random);
        return bytes.Length > Longest ? bytes[..Longest] : bytes;
    }

    private byte[] Once(byte[] bytes, Random random) => random.Next(28) switch
    {
        0 => Flip(bytes, random),
        1 => bytes[..random.Next(bytes.Length + 1)],
        2 => bytes[random.Next(bytes.Length + 1)..],
        3 => Without(bytes, random),
        4 => Twice(bytes, random),
        5 or 6 => Splice(bytes, random),
        7 => Put(bytes, random, Values.Any(random)),
        8 => Encoded(bytes, random),
        9 => Put(bytes, random, Bombs.Nest(random)),
        10 => Shaped(bytes, random),
        11 => Swap(bytes, random),
        _ => Replace(bytes, random),
    };

    private byte[] Shaped(byte[] bytes, Random random) => shape switch
    {
        Shape.Xml => Bombs.WithEntities(random, bytes),
        Shape.Yaml => Bombs.WithAliases(random, bytes),
        Shape.Hl7 => Frames.Spoil(bytes, random),
        _ => Replace(bytes, random),
    };

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(2_000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Flip(byte[] bytes, Random random)
    {
        var copy = bytes.ToArray();
        for (var times = copy.Length == 0 ? 0 : random.Next(1, 1 + Math.Min(40, copy.Length)); times > 0; times--)
            copy[random.Next(copy.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)(copy[random.Next(copy.Length)] ^ (1 << random.Next(8)));
        return copy;
    }

    private static byte[] Without(byte[] bytes, Random random)
    {
        var (from, length) = Slice(bytes, random);
        return [.. bytes.AsSpan(0, from), .. bytes.AsSpan(from + length)];
    }

    private static byte[] Twice(byte[] bytes, Random random)
    {
        var (from, length) = Slice(bytes, random);
        var times = random.Next(5) == 0 ? random.Next(2, 60) : 1;
        return [.. bytes.AsSpan(0, from), .. Enumerable.Repeat(bytes.AsMemory(from, length), times).SelectMany(one => one.ToArray()), .. bytes.AsSpan(from)];
    }

    private byte[] Splice(byte[] bytes, Random random)
    {
        var other = corpus[random.Next(corpus.Count)].Bytes;
        var (from, length) = Slice(other, random);
        var at = random.Next(bytes.Length + 1);
        return random.Next(2) == 0 ? [.. bytes.AsSpan(0, at), .. other.AsSpan(random.Next(other.Length + 1))] : [.. bytes.AsSpan(0, at), .. other.AsSpan(from, length), .. bytes.AsSpan(at)];
    }

    private static byte[] Swap(byte[] bytes, Random random)
    {
        var (first, second) = (random.Next(bytes.Length + 1), random.Next(bytes.Length + 1));
        (first, second) = (Math.Min(first, second), Math.Max(first, second));
        return [.. bytes.AsSpan(second), .. bytes.AsSpan(first, second - first), .. bytes.AsSpan(0, first)];
    }

    private static byte[] Put(byte[] bytes, Random random, byte[] put)
    {
        var at = random.Next(bytes.Length + 1);
        return [.. bytes.AsSpan(0, at), .. put, .. bytes.AsSpan(at)];
    }

    /// <summary>Another encoding, or a byte order mark that tells of one.</summary>
    private static byte[] Encoded(byte[] bytes, Random random) => random.Next(7) switch
    {
        0 => [0xEF, 0xBB, 0xBF, .. bytes],
        1 => [0xFF, 0xFE, .. bytes],
        2 => [0xFE, 0xFF, .. bytes],
        3 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))],
        4 => Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(bytes)),
        5 => Encoding.UTF32.GetBytes(Encoding.UTF8.GetString(bytes)),
        _ => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes)),
    };

    // A value is what stands between two signs of punctuation: replacing it whole keeps the shape and spoils the meaning.
    private static byte[] Replace(byte[] bytes, Random random)
    {
        var value = Values.Any(random);
        if (bytes.Length == 0)
            return value;
        var start = random.Next(bytes.Length);
        while (start < bytes.Length && !IsText(bytes[start]))
            start++;
        while (start > 0 && IsText(bytes[start - 1]))
            start--;
        var end = start;
        while (end < bytes.Length && IsText(bytes[end]))
            end++;
        return [.. bytes.AsSpan(0, start), .. value, .. bytes.AsSpan(end)];
    }

    private static (int From, int Length) Slice(byte[] bytes, Random random)
    {
        var from = random.Next(bytes.Length + 1);
        return (from, random.Next(Math.Min(random.Next(4) == 0 ? 4_000 : 120, bytes.Length - from) + 1));
    }

    private static bool IsText(byte one) => one >= 0x80 || char.IsAsciiLetterOrDigit((char)one) || one is (byte)' ' or (byte)'-' or (byte)'.';
}
