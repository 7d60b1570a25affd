using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Storage.Tests.Given;

/// <summary>The keys of a host after some rotations: <c>vault-1</c> and <c>citizen-1</c> are those of <see cref="Keys"/>.</summary>
public static class KeysAt
{
    public static Vault Vault(int first, int last) => new($"vault-{last}", Enumerable.Range(first, last - first + 1).ToDictionary(i => $"vault-{i}", i => Secret("vault", i)));

    public static CitizenKeys Citizens(int last) => new([.. Enumerable.Range(1, last).Select(i => ($"citizen-{i}", Secret("citizen", i)))]);

    public static byte[] Secret(string kind, int number) => SHA256.HashData(Encoding.UTF8.GetBytes(number == 1 ? kind : $"{kind} {number}"));
}
