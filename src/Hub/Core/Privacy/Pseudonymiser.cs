using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Privacy;

/// <summary>
/// Keyed hashes (HMAC-SHA256, cut to 128 bits): the only way from an INSZ, a personal record id or a content to what the store holds. Without the key they tell nothing.
/// Each kind of input has a label of its own, so that hashes of one kind never match another.
/// </summary>
/// <param name="keyId">Id of the key, stored beside each hash of an INSZ so that the key can be rotated.</param>
/// <param name="key">The key: 32 bytes or more.</param>
public sealed class Pseudonymiser(string keyId, ReadOnlyMemory<byte> key)
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 16;

    /// <summary>Id of the key.</summary>
    public string KeyId { get; } = keyId;

    /// <summary>The hash under which an INSZ leads to its <see cref="CitizenRef"/>.</summary>
    public byte[] OfInsz(Insz insz) => Hash("insz:"u8, Encoding.UTF8.GetBytes(insz.Digits));

    /// <summary>What is stored and logged instead of a record id that contains personal data: 32 hexadecimal digits.</summary>
    public string OfRecordId(string recordId) => Convert.ToHexStringLower(Hash("record:"u8, Encoding.UTF8.GetBytes(recordId)));

    /// <summary>What is stored instead of a key of a source's state.</summary>
    public byte[] OfStateKey(string stateKey) => Hash("state:"u8, Encoding.UTF8.GetBytes(stateKey));

    /// <summary>The version of a record whose source gives none.</summary>
    public byte[] OfContent(ReadOnlySpan<byte> content) => Hash("content:"u8, content);

    /// <summary>Tells this key from any other without telling the key.</summary>
    public byte[] Check() => Hash("check:"u8, []);

    private byte[] Hash(ReadOnlySpan<byte> label, ReadOnlySpan<byte> content)
    {
        var length = label.Length + content.Length;
        var input = length <= 512 ? stackalloc byte[length] : new byte[length];
        label.CopyTo(input);
        content.CopyTo(input[label.Length..]);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Span, input, full);
        return full[..Size].ToArray();
    }
}
