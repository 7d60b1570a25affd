using System.Runtime.InteropServices;
using System.Text;
using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>A message body that is already bytes.</summary>
internal sealed class MemoryMessageBody(ReadOnlyMemory<byte> bytes) : MessageBody
{
    public long? Length => bytes.Length;

    public Stream GetStream() => new MemoryStream(GetBytes(), writable: false);

    public byte[] GetBytes() =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : bytes.ToArray();

    public string GetString() => Encoding.UTF8.GetString(bytes.Span);
}
