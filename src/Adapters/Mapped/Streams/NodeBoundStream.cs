namespace IntegrationHub.Adapters.Mapped.Streams;

/// <summary>Passes a stream on, and stops when one piece of it (a text, an attribute) takes more than the largest record: a parser would keep all of it in memory.</summary>
internal sealed class NodeBoundStream(Stream inner, long maxBytes) : Stream
{
    // What a parser reads ahead.
    private const int Slack = 256 * 1024;

    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A piece was taken: the next one begins.</summary>
    public void Begin() => read = 0;

    /// <exception cref="ValueTooLargeException">The piece at hand is over the limit.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        read += count;
        return read > maxBytes + Slack ? throw new ValueTooLargeException() : count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var got = inner.Read(buffer, offset, count);
        read += got;
        return read > maxBytes + Slack ? throw new ValueTooLargeException() : got;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
