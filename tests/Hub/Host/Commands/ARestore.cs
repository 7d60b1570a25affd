using System.Diagnostics;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Backup;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Erasure;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Tests.Commands;

/// <summary>By who moved too much away, or too little.</summary>
[Collection(CommandRun.Alone), System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class ARestore : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-restore-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(folder, "data", "hub.db");

    private string Backup => Path.Combine(folder, "hub.backup");

    private ErasureList Erasures => new($"{HubConfigurationReader.Read(folder).Configuration!.AuditHead}.erasures");

    [Fact]
    public async Task Without_a_list_of_erasures_is_refused_before_anything_is_written_with_what_to_type()
    {
        DeleteStore();

        var (code, output, errors) = await RestoreAsync();

        (code, output).ShouldBe((ExitCode.Failed, ""));
        errors.ShouldStartWith($"There is no list of erasures, {Erasures.Location}: ");
        errors.ShouldContain($"If nobody was ever erased: hub restore --config {folder} --from {Backup} --no-erasures.");
        Directory.GetFiles(Path.GetDirectoryName(Database)!).ShouldBe([KeyFile.Of(Database)]);

        var told = JsonDocument.Parse((await RestoreAsync("--no-erasures", "--json")).Output).RootElement;
        told.GetProperty("listedErasures").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task With_a_list_of_which_nothing_was_told_yet_or_a_copy_of_another_goes_on()
    {
        DeleteStore();
        await File.WriteAllTextAsync(Erasures.Location, "", Token);
        JsonDocument.Parse((await RestoreAsync("--json")).Output).RootElement.GetProperty("listedErasures").GetInt32().ShouldBe(0);

        DeleteStore();
        File.Move(Erasures.Location, Path.Combine(folder, "copy"));
        new ErasureList(Path.Combine(folder, "copy")).Add(new ListedErasure(DateTimeOffset.UnixEpoch, [CitizenRef.New()]));
        JsonDocument.Parse((await RestoreAsync("--erasures", Path.Combine(folder, "copy"), "--json")).Output).RootElement.GetProperty("listedErasures").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Into_a_store_that_is_not_empty_gives_a_line_that_leaves_the_keys_and_the_list_where_they_are()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The line is for a shell.");
        Erasures.Add(new ListedErasure(DateTimeOffset.UnixEpoch, []));
        await File.WriteAllTextAsync(Database + "-shm", "", Token);

        var (code, _, errors) = await RestoreAsync();
        code.ShouldBe(ExitCode.Failed);
        errors.ShouldStartWith("The store is not empty");
        using (var shell = Process.Start("sh", ["-c", errors.Split('\n').Single(line => line.StartsWith("mkdir", StringComparison.Ordinal))]))
        {
            await shell.WaitForExitAsync(Token);
            shell.ExitCode.ShouldBe(0);
        }

        Directory.GetFiles(Path.GetDirectoryName(Database)!).ShouldBe([KeyFile.Of(Database), Erasures.Location], ignoreOrder: true);
        (await RestoreAsync()).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Without_the_file_of_keys_names_it()
    {
        DeleteStore();
        File.Delete(KeyFile.Of(Database));

        (await RestoreAsync("--no-erasures")).Errors.ShouldStartWith($"There is no {KeyFile.Of(Database)}. Put the .keys file of this store back");
    }

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "hub.json"),
            $$"""{ "administrators": [ { "user": "{{new Administrators([]).Actor["administrator:".Length..]}}", "may": [ "restore" ] } ], "destinations": [ { "id": "screen", "adapter": "console" } ] }""",
            Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "authorisations.json"), """{ "authorisations": [] }""", Token);
        await using var hub = HubServices.WithStoreOnly(HubConfigurationReader.Read(folder).Configuration!, NullLoggerFactory.Instance, TimeProvider.System);
        await hub.OpenStoreAsync(Token);
        await HubBackup.MakeAsync(hub, Backup, _ => { }, Token);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void DeleteStore()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Database)!, "hub*.db*").Where(file => file != KeyFile.Of(Database) && file != Erasures.Location))
            File.Delete(file);
    }

    private Task<(int Code, string Output, string Errors)> RestoreAsync(params string[] more) => CommandRun.OfAsync("", ["restore", "--config", folder, "--from", Backup, .. more]);
}
