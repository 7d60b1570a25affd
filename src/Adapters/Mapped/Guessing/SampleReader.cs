using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Reads the beginning of a file of any format that a mapping can name; what it is, its first bytes say rather than its name.</summary>
internal static class SampleReader
{
    private const int MostBytes = 8 * 1024 * 1024;

    public static async Task<Sample> ReadAsync(string file, CancellationToken token)
    {
        try
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var beginning = new byte[(int)Math.Min(MostBytes, stream.Length)];
            var length = await stream.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, token);
            stream.Position = 0;
            var bytes = beginning.AsMemory(0, length);
            if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
                bytes = bytes[3..];
            return bytes.Span.TrimStart(" \t\r\n"u8) switch
            {
                [0x50, 0x4B, 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] => await ExcelSample.ReadAsync(file, stream, token),
                [(byte)'<', ..] => XmlSample.Read(file, new MemoryStream(bytes.ToArray()), isPart: stream.Length > length),
                [(byte)'{' or (byte)'[', ..] => Json(file, bytes, isPart: stream.Length > length),
                _ => await CsvSample.ReadAsync(file, stream, token),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PermanentFailureException($"{Path.GetFileName(file)} cannot be read ({exception.GetType().Name}). Check that it is there and that you may read it.", exception);
        }
    }

    private static Sample Json(string file, ReadOnlyMemory<byte> bytes, bool isPart)
    {
        try
        {
            return JsonSample.Read(file, bytes, isPart);
        }
        catch (InvalidOperationException notText)
        {
            // Bytes that are no UTF-8, or half a character, pass for JSON until their text is asked for.
            throw new PermanentFailureException($"{Path.GetFileName(file)}: expected JSON in UTF-8, found text in another encoding. Export it as UTF-8.", notText);
        }
    }
}
