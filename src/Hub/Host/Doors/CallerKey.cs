using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Host.Doors;

/// <summary>
/// A key as the hub knows it: its SHA-256. A key is 256 random bits, so that nobody can try them out, and a hash made slow on purpose, as for passwords that people choose, would only serve who wants to
/// keep the hub busy.
/// </summary>
/// <param name="Sha256">Of the key as it is sent, in ASCII.</param>
/// <param name="Until">From when it does not count any more; null for always.</param>
internal sealed record CallerKey(ReadOnlyMemory<byte> Sha256, DateTimeOffset? Until)
{
    /// <summary>Found by scanners for secrets in a repository, a log, a mail.</summary>
    public const string Prefix = "hub_";

    private const int RandomBytes = 32;
    private static readonly int Length = Prefix.Length + Base64Url.GetEncodedLength(RandomBytes);

    /// <summary>How it is told from others on a screen: nobody gets further with it.</summary>
    public string Shown => Convert.ToHexStringLower(Sha256.Span[..4]);

    /// <summary>A new key, which is kept nowhere.</summary>
    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    /// <summary>Whether a text could be a key at all.</summary>
    public static bool HasForm(ReadOnlySpan<char> text) => text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(text[Prefix.Length..]);
}
