using System.Buffers.Binary;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Storage.Journal;

/// <summary>The keyed hash of an INSZ as a key of a dictionary.</summary>
internal readonly record struct HashKey(UInt128 Value)
{
    public static HashKey Of(byte[] hash) => hash.Length == Pseudonymiser.Size
        ? new(BinaryPrimitives.ReadUInt128BigEndian(hash))
        : throw new ArgumentException($"Expected a hash of {Pseudonymiser.Size} bytes, got {hash.Length}.", nameof(hash));

    public byte[] ToBytes()
    {
        var bytes = new byte[Pseudonymiser.Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }
}
