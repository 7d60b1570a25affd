using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Core.Tests.Privacy;

public sealed class SealedAndHashed : IDisposable
{
    private static readonly byte[] OldKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] NewKey = [.. Enumerable.Range(0, 32).Select(i => (byte)(i + 100))];
    private readonly Vault before = new("k1", new Dictionary<string, byte[]> { ["k1"] = OldKey });
    private readonly Vault after = new("k2", new Dictionary<string, byte[]> { ["k1"] = OldKey, ["k2"] = NewKey });

    [Fact]
    public void What_was_sealed_opens_again_and_two_seals_differ()
    {
        var first = before.Seal("k1", "Ann"u8);

        Encoding.UTF8.GetString(before.Open("k1", first)).ShouldBe("Ann");
        before.Seal("k1", "Ann"u8).ShouldNotBe(first);
    }

    [Fact]
    public void After_a_new_key_the_old_one_still_opens() => Encoding.UTF8.GetString(after.Open("k1", before.Seal("k1", "Ann"u8))).ShouldBe("Ann");

    [Fact]
    public void One_changed_byte_does_not_open()
    {
        var content = before.Seal("k1", "Ann"u8);
        content[^1] ^= 1;

        Should.Throw<CryptographicException>(() => before.Open("k1", content));
    }

    [Fact]
    public void Without_the_key_it_does_not_open() => Should.Throw<KeyNotFoundException>(() => before.Open("k2", after.Seal("k2", "Ann"u8)));

    [Fact]
    public void A_vault_without_its_current_key_is_refused() =>
        Should.Throw<ArgumentException>(() => new Vault("k9", new Dictionary<string, byte[]> { ["k1"] = OldKey })).Message.ShouldContain("'k9'");

    [Fact]
    public void Several_threads_seal_and_open_at_once() =>
        Parallel.For(0, 2000, i => BitConverter.ToInt32(before.Open("k1", before.Seal("k1", BitConverter.GetBytes(i)))).ShouldBe(i));

    [Fact]
    public void A_hash_depends_on_the_key_and_on_what_it_is_of()
    {
        var pseudonyms = new Pseudonymiser("p1", OldKey);
        var insz = Insz.Parse("85673003360");

        pseudonyms.OfInsz(insz).ShouldBe(new Pseudonymiser("p1", OldKey).OfInsz(insz));
        pseudonyms.OfInsz(insz).ShouldNotBe(new Pseudonymiser("p1", NewKey).OfInsz(insz));
        Convert.ToHexStringLower(pseudonyms.OfInsz(insz)).ShouldNotBe(pseudonyms.OfRecordId(insz.Digits));
    }

    public void Dispose()
    {
        before.Dispose();
        after.Dispose();
    }
}
