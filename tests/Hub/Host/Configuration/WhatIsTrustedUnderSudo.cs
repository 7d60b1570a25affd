using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Tests.Configuration;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class WhatIsTrustedUnderSudo : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-sudo-").FullName;
    private readonly string plugin;

    public WhatIsTrustedUnderSudo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Whose a file is, is known on Linux alone.");
        plugin = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "plugins", "mine")).FullName, "Mine.dll");
        File.WriteAllText(plugin, "");
    }

    private uint Me => FileOwner.Of(folder)!.Value.User;

    [Fact]
    public void Is_what_root_and_the_account_of_the_store_made_and_nobody_else_can_write() =>
        new TrustedFiles(user => user == 0 || user == Me).Problems([folder]).ShouldBeEmpty();

    [Fact]
    public void Is_nothing_of_another_account_in_the_folder_and_around_it() =>
        new TrustedFiles(user => user != Me).Problems([folder]).ShouldContain($"{plugin}: belongs to another account than root or the one that the store is of. Under sudo nothing is read from there: give --config the folder of the hub, or change the owner (chown).");

    [Fact]
    public void Is_nothing_that_others_can_write()
    {
        File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);

        new TrustedFiles(_ => true).Problems([folder]).ShouldHaveSingleItem().ShouldBe($"{plugin}: can be written by others. Under sudo nothing is read from there: chmod go-w.");
    }

    [Fact]
    public void Is_no_link_to_where_others_can_write()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName;
        File.SetUnixFileMode(elsewhere, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);
        var link = Path.Combine(folder, "plugins", "link");
        Directory.CreateSymbolicLink(link, elsewhere);

        new TrustedFiles(_ => true).Problems([Path.Combine(folder, "plugins")]).ShouldHaveSingleItem().ShouldStartWith($"{link}: can be written by others");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
