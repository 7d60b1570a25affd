using System.Diagnostics;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Tests.Configuration;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class KeysBesideADatabase : IDisposable
{
    private const uint Hub = 61234;
    private readonly string folder = Directory.CreateTempSubdirectory("hub-keys-").FullName;

    private string Database => Path.Combine(folder, "data", "hub.db");

    private string Keys => KeyFile.Of(Database);

    [Fact]
    public void Keep_their_mode_when_they_are_rotated()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other modes.");
        KeyFile.Keep(KeyFile.BesideDatabase(Database));
        File.GetUnixFileMode(Keys).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        KeyFile.AddTo(KeyFile.BesideDatabase(Database));

        File.GetUnixFileMode(Keys).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        KeyFile.BesideDatabase(Database).SealKeyId.ShouldBe("s2");
    }

    [Fact]
    public void Stay_those_of_the_account_that_the_hub_runs_under_when_root_rotates_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can make what is another account's.");
        GiveToHub(folder);

        KeyFile.Keep(KeyFile.BesideDatabase(Database));
        FileOwner.Of(Keys).ShouldBe((Hub, Hub), "made by root before the hub ever ran");
        KeyFile.AddTo(KeyFile.BesideDatabase(Database));

        FileOwner.Of(Keys).ShouldBe((Hub, Hub));
        FileOwner.Of(Path.GetDirectoryName(Keys)!).ShouldBe((Hub, Hub));
    }

    [Fact]
    public void That_two_add_to_at_once_gain_one_key_and_both_have_it()
    {
        KeyFile.Keep(KeyFile.BesideDatabase(Database));
        var (one, other) = (KeyFile.BesideDatabase(Database), KeyFile.BesideDatabase(Database));

        var added = KeyFile.AddTo(one);
        var found = KeyFile.AddTo(other);

        found.Names.ShouldBe(["pseudonym/p1", "pseudonym/p2", "seal/s1", "seal/s2"], ignoreOrder: true);
        found.SealKeys["s2"].ShouldBe(added.SealKeys["s2"], "the store may be filled under it already");
        KeyFile.BesideDatabase(Database).SealKeys["s2"].ShouldBe(added.SealKeys["s2"]);
        KeyFile.BesideDatabase(Database).Pseudonym[1].Key.ShouldBe(added.Pseudonym[1].Key);
    }

    [Fact]
    public void That_another_command_adds_to_at_this_moment_are_left_to_it()
    {
        KeyFile.Keep(KeyFile.BesideDatabase(Database));
        using var held = PrivateFile.Open(Keys + ".lock", FileMode.OpenOrCreate);

        Should.Throw<PermanentFailureException>(() => KeyFile.AddTo(KeyFile.BesideDatabase(Database))).Message.ShouldContain("Another command");
        KeyFile.BesideDatabase(Database).SealKeyId.ShouldBe("s1");
    }

    [Fact]
    public void That_nothing_can_be_added_to_are_not_said_to_be_anothers_at_this_moment()
    {
        KeyFile.Keep(KeyFile.BesideDatabase(Database));
        File.CreateSymbolicLink(Keys + ".lock", Path.Combine(folder, "nowhere", "lock"));
        Should.Throw<IOException>(() => KeyFile.AddTo(KeyFile.BesideDatabase(Database)));

        File.Delete(Keys + ".lock");
        Directory.CreateDirectory(Keys + ".lock");
        Should.Throw<Exception>(() => KeyFile.AddTo(KeyFile.BesideDatabase(Database))).Message.ShouldNotContain("Another command");
    }

    [Fact]
    public void That_were_cut_short_are_told_in_a_sentence()
    {
        File.WriteAllText(Path.Combine(folder, "hub.json"), """{ "store": { "path": "data/hub.db" }, "destinations": [ { "id": "screen", "adapter": "console" } ] }""");
        File.WriteAllText(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""");
        File.WriteAllText(Path.Combine(folder, "authorisations.json"), """{ "authorisations": [] }""");
        Directory.CreateDirectory(Path.GetDirectoryName(Keys)!);
        File.WriteAllText(Keys, """{ "pseudonym": [ { "id": """);

        HubConfigurationReader.Read(folder).Errors.ShouldHaveSingleItem().ShouldContain($"{Keys} holds no keys: it was changed or cut short.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void GiveToHub(string path)
    {
        using var chown = Process.Start("chown", ["-R", $"{Hub}:{Hub}", path]);
        chown.WaitForExit();
        chown.ExitCode.ShouldBe(0);
    }
}
