using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Storage.Tests.Given;

public static class Keys
{
    public const string CitizenKeyId = "citizen-1";

    public static CitizenKeys Citizens { get; } = new([(CitizenKeyId, SHA256.HashData("citizen"u8))]);

    public static Vault Vault { get; } = new("vault-1", new Dictionary<string, byte[]> { ["vault-1"] = SHA256.HashData("vault"u8) });

    /// <summary>The hash of somebody's INSZ, or of a content.</summary>
    public static byte[] Hash(string text) => HMACSHA256.HashData("test"u8.ToArray(), Encoding.UTF8.GetBytes(text))[..Pseudonymiser.Size];
}
