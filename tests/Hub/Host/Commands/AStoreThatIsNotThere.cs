using IntegrationHub.Host.Backup;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Tests.Commands;

/// <summary>A mistake in store.path, and a backup that was killed: nothing is made, and nothing stays.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class AStoreThatIsNotThere : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-nothing-").FullName;

    public AStoreThatIsNotThere()
    {
        File.WriteAllText(Path.Combine(folder, "hub.json"), """{ "instance": "here", "store": { "path": "data/hub.db" }, "destinations": [ { "id": "screen", "adapter": "console" } ] }""");
        File.WriteAllText(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""");
        File.WriteAllText(Path.Combine(folder, "authorisations.json"), """{ "authorisations": [] }""");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ledger")]
    [InlineData("audit")]
    [InlineData("audit", "verify")]
    [InlineData("quarantine")]
    [InlineData("quarantine", "list")]
    [InlineData("quarantine", "show", "1")]
    [InlineData("signals")]
    [InlineData("sources")]
    [InlineData("keys")]
    [InlineData("backfill")]
    [InlineData("backup", "--to", "never.backup")]
    public async Task Is_not_made_by_a_command_that_looks(params string[] command)
    {
        (await HubCommandLine.RunAsync([.. command, "--config", folder])).ShouldBe(ExitCode.Failed);

        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).ShouldBe(["hub.json", "partnerships.json", "authorisations.json"], ignoreOrder: true);
    }

    [Fact]
    public async Task Its_files_are_for_the_account_of_the_hub_alone_once_it_is_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other modes.");
        await using var hub = await OpenAsync();

        Directory.GetFiles(Path.Combine(folder, "data")).ShouldAllBe(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        (await HubCommandLine.RunAsync(["ledger", "--config", folder])).ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task What_a_backup_that_was_killed_left_is_replaced_by_the_next_whatever_its_name()
    {
        await using var hub = await OpenAsync();
        var left = UnfinishedBackup.NameIn(hub.Configuration, folder);
        File.WriteAllText(left, "half of it");
        File.WriteAllText(UnfinishedBackup.CopyOf(left), "the whole database");

        var (_, bytes) = await HubBackup.MakeAsync(hub, Path.Combine(folder, "tuesday.backup"), _ => { }, Token);

        new FileInfo(Path.Combine(folder, "tuesday.backup")).Length.ShouldBe(bytes);
        Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(["hub.json", "partnerships.json", "authorisations.json", "tuesday.backup"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_backup_beside_one_that_is_being_made_is_refused_with_both_names()
    {
        await using var hub = await OpenAsync();
        await using var other = UnfinishedBackup.Begin(hub.Configuration, folder);

        var refused = await Should.ThrowAsync<PermanentFailureException>(() => HubBackup.MakeAsync(hub, Path.Combine(folder, "tuesday.backup"), _ => { }, Token));

        refused.Message.ShouldContain(other.Name);
        refused.Message.ShouldContain(other.Copy);
        File.Exists(other.Name).ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<HubServices> OpenAsync()
    {
        var hub = HubServices.WithStoreOnly(HubConfigurationReader.Read(folder).Configuration!, NullLoggerFactory.Instance, TimeProvider.System);
        await hub.OpenStoreAsync(Token);
        return hub;
    }
}
