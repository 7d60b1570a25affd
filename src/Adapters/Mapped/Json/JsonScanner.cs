using System.Text;
using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Json;

/// <summary>Reads a JSON stream token by token, or a whole value at once, with no more in memory than the value at hand.</summary>
/// <param name="stream">Where to read.</param>
/// <param name="maxValueBytes">A value over this size is not given whole; a single text over it is an error.</param>
internal sealed class JsonScanner(Stream stream, long maxValueBytes)
{
    private const int SmallestBuffer = 16 * 1024;
    private const int KeptOfLargeValue = 4096;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 128 };

    // As much of a large value as is there whatever the reads.
    private readonly int kept = (int)Math.Min(maxValueBytes, KeptOfLargeValue);

    private byte[] buffer = new byte[SmallestBuffer];
    private int start;
    private int end;
    private bool isEnded;
    private JsonReaderState state = new(Strict);

    /// <summary>The line (from 1) of what comes next.</summary>
    public long Line { get; private set; } = 1;

    private ReadOnlySpan<byte> Unread => buffer.AsSpan(start, end - start);

    /// <summary>Reads on, at least as much as waits in memory (a value that grows byte by byte must not be looked through as often). False at the end of the stream.</summary>
    private async ValueTask<bool> FillAsync(CancellationToken token)
    {
        if (isEnded)
            return false;
        var waiting = end - start;
        if (start > 0)
        {
            buffer.AsSpan(start, waiting).CopyTo(buffer);
            (start, end) = (0, waiting);
        }

        if (waiting * 2L > buffer.Length)
            Array.Resize(ref buffer, (int)Math.Min(Math.Max(waiting * 3L, SmallestBuffer), Array.MaxLength));
        var wanted = Math.Min(Math.Max(waiting, 1), buffer.Length - end);
        var read = await stream.ReadAtLeastAsync(buffer.AsMemory(end), wanted, throwOnEndOfStream: false, token);
        isEnded = read < wanted;
        end += read;
        return true;
    }

    /// <summary>Passes over the mark at the beginning of a stream, where there is one: it is no JSON.</summary>
    public async ValueTask PassMarkAsync(CancellationToken token)
    {
        while (Unread.Length < 3 && await FillAsync(token))
        {
            // Enough to see it.
        }

        start += StreamHead.MarkLength(Unread);
    }

    /// <summary>The next token; null at the end of the document.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ValueTooLargeException">One text is over the limit.</exception>
    public async ValueTask<JsonPiece?> NextAsync(CancellationToken token)
    {
        JsonPiece? piece;
        while (!TryNext(out piece, out _))
        {
            if (Pending() > maxValueBytes)
                throw new ValueTooLargeException();
            if (!await FillAsync(token))
                return null;
        }

        return piece;
    }

    /// <summary>The first byte of what comes next; null at the end of the stream.</summary>
    public async ValueTask<byte?> PeekAsync(CancellationToken token)
    {
        while (Pending() == 0 && await FillAsync(token))
        {
            // White space only, so far.
        }

        return Pending() == 0 ? null : Unread[^Pending()];
    }

    /// <summary>The value that comes next in an array: its bytes, valid until the next call; its size only when it is over the limit; null at the end of the array.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ValueTooLargeException">One text within it is over the limit.</exception>
    public async ValueTask<JsonValue?> NextValueAsync(CancellationToken token)
    {
        JsonValue? value;
        while (!TryNextValue(out value))
        {
            if (Pending() > maxValueBytes)
                return await SkipLargeAsync(token);
            if (!await FillAsync(token))
                throw new JsonException("The document ends within an array.");
        }

        return value;
    }

    private bool TryNext(out JsonPiece? piece, out int used)
    {
        (piece, used) = (null, 0);
        var reader = new Utf8JsonReader(Unread, isEnded, state);
        if (!reader.Read())
            return false;
        var text = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? TextOf(reader) : null;
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
            text = Encoding.UTF8.GetString(reader.ValueSpan);
        var startLine = Line + Unread[..(int)reader.TokenStartIndex].Count((byte)'\n');
        piece = new JsonPiece(reader.TokenType, reader.CurrentDepth, text, startLine);
        used = (int)reader.BytesConsumed;
        Use(reader);
        return true;
    }

    // The reader lets bytes pass that are no UTF-8, and escapes of half a character, until their text is asked for.
    private static string? TextOf(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException notText)
        {
            throw new JsonException("A text that is no UTF-8.", notText);
        }
    }

    private bool TryNextValue(out JsonValue? value)
    {
        value = null;
        var reader = new Utf8JsonReader(Unread, isEnded, state);
        if (!reader.Read())
            return false;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            Use(reader);
            return true;
        }

        var first = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
            return false;
        var length = (int)reader.BytesConsumed - first;
        var line = Line + Unread[..first].Count((byte)'\n');
        var isLarge = length > maxValueBytes;
        value = new JsonValue(buffer.AsMemory(start + first, isLarge ? kept : length), line, isLarge ? length : null);
        Use(reader);
        return true;
    }

    private void Use(in Utf8JsonReader reader)
    {
        var used = (int)reader.BytesConsumed;
        Line += Unread[..used].Count((byte)'\n');
        start += used;
        state = reader.CurrentState;
    }

    // Token by token: what was looked at is let go of at once.
    private async ValueTask<JsonValue?> SkipLargeAsync(CancellationToken token)
    {
        var before = end - start - Pending();
        var head = buffer.AsSpan(start + before, kept).ToArray();
        var line = Line + Unread[..before].Count((byte)'\n');
        var (size, depth) = (-before, 0L);
        do
        {
            JsonPiece? piece;
            int used;
            while (!TryNext(out piece, out used))
                await FillOrThrowAsync(token);
            size += used;
            depth += piece!.Value.Type switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0);
        return new JsonValue(head, line, size);
    }

    private async ValueTask FillOrThrowAsync(CancellationToken token)
    {
        if (Pending() > maxValueBytes)
            throw new ValueTooLargeException();
        if (!await FillAsync(token))
            throw new JsonException("The document ends within a value.");
    }

    // What waits of the value that comes next.
    private int Pending() => Unread.TrimStart(" \t\r\n,"u8).Length;
}
