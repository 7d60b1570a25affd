namespace IntegrationHub.Adapters.Mapped.Streams;

/// <summary>Takes what is written up to a limit; of more only the beginning is kept and the rest counted.</summary>
internal sealed class BoundedBuffer(long maxBytes) : Stream
{
    private const int KeptOfRefused = 4096;

    private readonly MemoryStream kept = new();
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written;

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    /// <summary>How much was written, when that is over the limit; null otherwise.</summary>
    public long? RefusedSize => written > maxBytes ? written : null;

    /// <summary>What was kept; valid until the next <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Kept => kept.GetBuffer().AsMemory(0, (int)kept.Length);

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        kept.SetLength(0);
        written = 0;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        written += buffer.Length;
        if (written <= maxBytes)
            kept.Write(buffer);
        else if (kept.Length > KeptOfRefused)
            kept.SetLength(KeptOfRefused);
        else
            kept.Write(buffer[..(int)Math.Min(buffer.Length, KeptOfRefused - kept.Length)]);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush()
    {
        // Everything is there already.
    }

    protected override void Dispose(bool disposing)
    {
        kept.Dispose();
        base.Dispose(disposing);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
