using IntegrationHub.Adapters.Mapped.Folders;
using System.Text;

namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>What one look over a whole file found, before any row of it is used.</summary>
/// <param name="Refusal">Why the file is refused; null when it is text.</param>
/// <param name="EncodingName">Its encoding.</param>
/// <param name="Head">Its first bytes (at most 64 kB), without a byte order mark.</param>
/// <param name="MarkLength">The length of its byte order mark.</param>
internal sealed record Inspection(FileRefusal? Refusal, string EncodingName, ReadOnlyMemory<byte> Head, int MarkLength)
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>The encoding with the name <see cref="EncodingName"/>.</summary>
    public Encoding Encoding => CsvEncoding.Named(EncodingName)!;

    /// <summary>Reads the file to its end once (about 2 GB/s): only the last byte tells whether it is UTF-8 and free of NULs.</summary>
    public static async Task<Inspection> OfAsync(Stream stream, string encodingOption, CancellationToken token)
    {
        var buffer = new byte[256 * 1024];
        var count = await stream.ReadAtLeastAsync(buffer, HeadBytes, throwOnEndOfStream: false, token);
        var hasMark = buffer.AsSpan(0, count).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        var markLength = hasMark ? 3 : 0;
        var head = buffer.AsMemory(markLength, Math.Min(count, HeadBytes) - markLength).ToArray();
        var refusal = FileSignature.Find(head) ?? (head.Contains((byte)0) ? LooksLikeUtf16(head) ? FileRefusal.Utf16 : FileRefusal.Nul : null) ?? OfLineEnds(head);
        var utf8 = new Utf8Check();
        while (refusal is null && count > 0)
        {
            if (buffer.AsSpan(0, count).Contains((byte)0))
                refusal = FileRefusal.Nul;
            utf8.Add(buffer.AsSpan(0, count));
            count = await stream.ReadAsync(buffer, token);
        }

        refusal ??= OfEncoding(encodingOption, hasMark, utf8.IsValid);
        return new Inspection(refusal, utf8.IsValid ? Effective(encodingOption) : CsvEncoding.Windows1252, head, markLength);
    }

    private static string Effective(string option) => option == CsvEncoding.Auto ? CsvEncoding.Utf8 : option;

    private static FileRefusal? OfEncoding(string option, bool hasMark, bool isUtf8) => option switch
    {
        CsvEncoding.Windows1252 => hasMark ? FileRefusal.Utf8Mark : null,
        CsvEncoding.Utf8 => isUtf8 ? null : FileRefusal.NotUtf8,
        _ => hasMark && !isUtf8 ? FileRefusal.NotUtf8 : null,
    };

    private static FileRefusal? OfLineEnds(ReadOnlySpan<byte> head) =>
        head.Contains((byte)'\n') ? null
        : head.Contains((byte)'\r') ? FileRefusal.CarriageReturns
        : head.Length >= HeadBytes - 3 ? FileRefusal.LongHeader : null;

    // Latin text in UTF-16 has a NUL in every second byte.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> head) => head.Count((byte)0) >= head.Length / 3;
}
