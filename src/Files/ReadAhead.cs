namespace IntegrationHub.Files;

/// <summary>
/// What the parser reads from. An XML parser holds a whole tag or text in memory; this stops it when it has asked for more than a limit since <see cref="Restart"/> without coming to an end.
/// </summary>
internal sealed class ReadAhead(Stream inner, long limit) : Stream
{
    private long since;

    /// <summary>Bytes read so far.</summary>
    public long Total { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Total; set => throw new NotSupportedException(); }

    /// <summary>The parser came to the end of a piece: counts anew.</summary>
    public void Restart() => since = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Count(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int read)
    {
        Total += read;
        since += read;
        return since > limit ? throw new PieceTooLongException() : read;
    }
}
