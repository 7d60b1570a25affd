using System.Text;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Privacy;

/// <summary>
/// Keyed hashes (HMAC-SHA256, cut to 128 bits): the only way from an INSZ, a personal record id or a content to what the store holds. Without the keys they tell nothing.
/// Neither key ever changes for a store: a rotation hashes what the first made of an INSZ once more (<see cref="CitizenKeys"/>). Safe for use by several threads.
/// </summary>
/// <param name="keyId">Id of the first key of citizens.</param>
/// <param name="key">The first key of citizens: 32 bytes or more.</param>
public sealed class Pseudonymiser(string keyId, ReadOnlyMemory<byte> key) : IDisposable
{
    private readonly KeyedHash citizens = new(key);

    // Until the store says what its own key is: that of citizens, as in stores of before there was one.
    private volatile KeyedHash rest = new(key);

    /// <summary>Bytes of a hash.</summary>
    public const int Size = KeyedHash.Size;

    /// <summary>Id of the first key of citizens.</summary>
    public string KeyId { get; } = keyId;

    /// <summary>Hashes everything but INSZs with the store's own key from now on. Called once, before anything is hashed.</summary>
    public void UseForRecords(ReadOnlyMemory<byte> key)
    {
        rest.Dispose();
        rest = new KeyedHash(key);
    }

    /// <summary>The innermost hash of an INSZ: what the store makes of it leads to its <see cref="CitizenRef"/>.</summary>
    public byte[] OfInsz(Insz insz) => citizens.Of("insz:"u8, Encoding.UTF8.GetBytes(insz.Digits));

    /// <summary>What is stored and logged instead of a record id that contains personal data: 32 hexadecimal digits.</summary>
    public string OfRecordId(string recordId) => Convert.ToHexStringLower(rest.Of("record:"u8, Encoding.UTF8.GetBytes(recordId)));

    /// <summary>What is stored instead of a key of a source's state.</summary>
    public byte[] OfStateKey(string stateKey) => rest.Of("state:"u8, Encoding.UTF8.GetBytes(stateKey));

    /// <summary>The version of a record whose source gives none.</summary>
    public byte[] OfContent(ReadOnlySpan<byte> content) => rest.Of("content:"u8, content);

    /// <inheritdoc/>
    public void Dispose()
    {
        citizens.Dispose();
        rest.Dispose();
    }
}
