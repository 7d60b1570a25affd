using System.Text.Unicode;

namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Tells whether bytes that come in chunks are UTF-8, also where a character lies across two chunks.</summary>
internal sealed class Utf8Check
{
    private readonly byte[] carried = new byte[8];
    private int carriedCount;
    private bool isBroken;

    /// <summary>Whether everything was UTF-8 to the end.</summary>
    public bool IsValid => !isBroken && carriedCount == 0;

    /// <summary>Looks at the next chunk.</summary>
    public void Add(ReadOnlySpan<byte> chunk)
    {
        while (carriedCount > 0 && !chunk.IsEmpty && !isBroken)
        {
            carried[carriedCount++] = chunk[0];
            chunk = chunk[1..];
            if (OpenCharacterAt(carried.AsSpan(0, carriedCount)) < carriedCount)
                continue;
            isBroken = !Utf8.IsValid(carried.AsSpan(0, carriedCount));
            carriedCount = 0;
        }

        if (isBroken)
            return;
        var open = OpenCharacterAt(chunk);
        isBroken = !Utf8.IsValid(chunk[..open]);
        if (carriedCount == 0)
        {
            chunk[open..].CopyTo(carried);
            carriedCount = chunk.Length - open;
        }
    }

    // Where a character begins that the end of the chunk cuts off; the length when it cuts off none.
    private static int OpenCharacterAt(ReadOnlySpan<byte> chunk)
    {
        for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            var lead = chunk[^back];
            if ((lead & 0b1100_0000) == 0b1000_0000)
                continue;
            var needed = lead >= 0b1111_0000 ? 4 : lead >= 0b1110_0000 ? 3 : lead >= 0b1100_0000 ? 2 : 1;
            return needed > back ? chunk.Length - back : chunk.Length;
        }

        return chunk.Length;
    }
}
