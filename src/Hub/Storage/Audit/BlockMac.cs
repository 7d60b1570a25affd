using System.Buffers.Binary;
using System.Security.Cryptography;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Storage.Audit;

/// <summary>
/// The MAC of one block after another: over the MAC of the block before, the block's own row, and each entry with its place in it. Every value goes in as its length and its bytes, so that
/// nothing can move from one column into the next.
/// </summary>
internal sealed class BlockMac(AuditKeys keys) : IDisposable
{
    public static readonly byte[] BeforeFirst = new byte[HMACSHA256.HashSizeInBytes];
    private readonly Dictionary<string, IncrementalHash> macs = [];
    private IncrementalHash? current;
    private byte[] buffer = new byte[1024];
    private int used;

    /// <summary>Begins a block; its entries follow.</summary>
    public void Begin(byte[] before, StoredBlock block)
    {
        current = Of(block.KeyId);
        Add("hub-audit-block-1"u8);
        Add(before);
        foreach (var value in block.Header)
            Add(value);
    }

    /// <summary>The next entry: its columns in the order of <see cref="StoredEntry"/>, null for none.</summary>
    public void Entry(ReadOnlySpan<byte[]?> columns)
    {
        foreach (var column in columns)
        {
            if (column is null)
                AddLength(-1);
            else
                Add(column);
        }
    }

    public byte[] End()
    {
        Flush();
        return current!.GetHashAndReset();
    }

    /// <summary>What makes a block the anchor: that everything up to it was taken away by who has a key.</summary>
    public byte[] Anchor(StoredBlock block, string keyId)
    {
        current = Of(keyId);
        Add("hub-audit-anchor-1"u8);
        foreach (var value in block.Header)
            Add(value);
        Add(block.Mac);
        return End();
    }

    public void Dispose()
    {
        foreach (var mac in macs.Values)
            mac.Dispose();
    }

    private IncrementalHash Of(string keyId)
    {
        if (!macs.TryGetValue(keyId, out var mac))
            macs[keyId] = mac = keys.Mac(keyId);
        return mac;
    }

    private void Add(ReadOnlySpan<byte> value)
    {
        AddLength(value.Length);
        if (value.Length > buffer.Length - used)
            Flush();
        if (value.Length > buffer.Length)
            buffer = new byte[value.Length];
        value.CopyTo(buffer.AsSpan(used));
        used += value.Length;
    }

    private void AddLength(int length)
    {
        if (buffer.Length - used < sizeof(int))
            Flush();
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(used), length);
        used += sizeof(int);
    }

    private void Flush()
    {
        current!.AppendData(buffer.AsSpan(0, used));
        used = 0;
    }
}
