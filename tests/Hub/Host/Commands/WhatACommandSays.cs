using System.Text;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Doors;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Tests.Commands;

/// <summary>What an administrator reads when she asks, and when she asks it wrongly.</summary>
[Collection(CommandRun.Alone), System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class WhatACommandSays : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly Insz Anna = Insz.Parse("85673003360");
    private static readonly Insz AnnaBefore = Insz.Parse("70651402129");
    private readonly string folder = Directory.CreateTempSubdirectory("hub-says-").FullName;

    public WhatACommandSays()
    {
        File.WriteAllText(Path.Combine(folder, "hub.json"), $$"""
            {
              "instance": "here",
              "administrators": [ { "user": "{{new Administrators([]).Actor["administrator:".Length..]}}", "may": [ "read-audit", "export-audit", "restore", "rotate-keys", "erase" ] } ],
              "sources": [ { "id": "ours", "adapter": "ocmw", "schedule": "0 0 3 * * ?", "options": { "folder": "exports", "partner": "ocmw-gent" } } ],
              "destinations": [ { "id": "screen", "adapter": "console" } ]
            }
            """);
        File.WriteAllText(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""");
        File.WriteAllText(Path.Combine(folder, "authorisations.json"), """{ "authorisations": [] }""");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_by_insz_who_saw_what_of_a_citizen_finds_it_under_every_reference_of_hers_and_is_in_the_log_herself()
    {
        await using (var hub = await OpenAsync())
        {
            await AppendAsync(hub, AnnaBefore, new PersonChanged { Municipality = NisCode.Parse("44021"), OccurredAt = Now });
            await AppendAsync(hub, Anna, new PersonChanged { Municipality = NisCode.Parse("44021"), OccurredAt = Now });
            foreach (var (insz, recipient) in new[] { (AnnaBefore, "seen-before"), (Anna, "seen-since") })
                await hub.Store.Audit.AddAsync(new AuditEntry { At = Now, Kind = AuditKinds.Disclosed, Actor = AuditActors.Hub, Citizen = await WhoAsync(hub, insz), Recipient = recipient }, Token);
            await hub.Store.Audit.AddAsync(new AuditEntry { At = Now, Kind = AuditKinds.Disclosed, Actor = AuditActors.Hub, Citizen = CitizenRef.New(), Recipient = "of-another" }, Token);
            await AppendAsync(hub, AnnaBefore, new CitizenIdentityReplaced { OccurredAt = Now }, Anna);
        }

        foreach (var insz in new[] { Anna, AnnaBefore })
        {
            var (code, output, errors) = await HubAsync(insz.Digits + "\n", "audit", "--insz", "-", "--kind", "disclosed", "--json");
            (code, errors).ShouldBe((ExitCode.Done, ""));
            JsonDocument.Parse(output).RootElement.EnumerateArray().Select(one => one.GetProperty("recipient").GetString()).ShouldBe(["seen-since", "seen-before"]);
        }

        (await HubAsync(Anna.Digits, "audit", "export", "--insz", "-", "--kind", "disclosed")).Code.ShouldBe(ExitCode.Done);
        await using var again = await OpenAsync();
        var reads = await again.Store.Audit.ListAsync(new AuditFilter { Kind = AuditKinds.AuditRead }, 10, Token);
        reads.Count.ShouldBe(2);
        reads.ShouldAllBe(one => one.Entry.Citizen != null && !one.Entry.Detail!.Contains(Anna.Digits));
    }

    [Fact]
    public async Task Who_asks_by_the_insz_of_nobody_is_told_so_and_is_in_the_log()
    {
        await using (await OpenAsync())
        {
        }

        var (code, output, errors) = await HubAsync(Anna.Digits, "audit", "--insz", "-", "--json");

        (code, output).ShouldBe((ExitCode.Failed, ""));
        errors.ShouldStartWith("The hub knows nobody by that.");
        await using var again = await OpenAsync();
        (await again.Store.Audit.ListAsync(new AuditFilter { Kind = AuditKinds.AuditRead }, 10, Token)).ShouldHaveSingleItem().Entry.Detail!.ShouldEndWith("about a citizen whom the hub does not know");
        (await HubAsync("85673003361", "audit", "--insz", "-")).Code.ShouldBe(ExitCode.WrongUse);
    }

    [Theory]
    [InlineData("audit", "--insz", "85673003360")]
    [InlineData("audit", "--insz=85.67.30-033.60")]
    [InlineData("audit", "--insz", "-", "85673003360")]
    [InlineData("audit", "--insz", "-", "--citizen", "0c6e4a1e-6a39-4c57-9c7e-3b0f9b0a7d11")]
    [InlineData("erase", "--because", "her request", "85673003360")]
    public async Task An_insz_as_an_argument_is_refused_and_not_repeated(params string[] arguments)
    {
        var (code, output, errors) = await HubAsync("", arguments);

        (code, output).ShouldBe((ExitCode.WrongUse, ""));
        errors.ShouldNotContain("85673003360");
        errors.ShouldNotContain("033.60");
        errors.ShouldEndWith($"Try: hub {arguments[0]} --help{Environment.NewLine}");
    }

    [Fact]
    public async Task Wrong_use_points_to_the_help_of_its_own_command()
    {
        (await CommandRun.OfAsync("", "audit", "restart-head")).Errors.ShouldEndWith($"Try: hub audit restart-head --help{Environment.NewLine}");
        (await CommandRun.OfAsync("", "fly")).Errors.ShouldEndWith($"Try: hub --help{Environment.NewLine}");
    }

    [Fact]
    public async Task A_backup_to_a_folder_or_where_no_folder_is_is_told_as_such()
    {
        await using (await OpenAsync())
        {
        }

        (await HubAsync("", "backup", "--to", Path.Combine(folder, "nowhere", "x.backup"))).Errors.Trim().ShouldBe($"The folder {Path.Combine(folder, "nowhere")} does not exist. Make it, or give another file with --to.");
        (await HubAsync("", "backup", "--to", folder)).Errors.Trim().ShouldBe($"{folder} is a folder. Give the name of a file in it, as {Path.Combine(folder, "hub.backup")}.");
    }

    [Fact]
    public async Task The_head_is_not_restarted_while_the_hub_of_this_host_runs()
    {
        await using (var hub = await OpenAsync())
        {
            await File.WriteAllTextAsync(hub.AuditHead.Location, "{}", Token);
            await hub.Store.Hosts.SeenAsync("here", TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow(), [], Token);
        }

        var (code, _, errors) = await HubAsync("", "audit", "restart-head", "--reason", "a restore");

        (code, File.Exists(HeadFile)).ShouldBe((ExitCode.Failed, true));
        errors.ShouldStartWith("The hub of this host (here) runs. Stop it first");
        await using (var hub = await OpenAsync())
            await hub.Store.Hosts.LeaveAsync("here", Token);
        (await HubAsync("", "audit", "restart-head", "--reason", "a restore")).Code.ShouldBe(ExitCode.Done);
        File.Exists(HeadFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_rotation_says_which_file_to_copy_to_its_safe_place()
    {
        await using (await OpenAsync())
        {
        }

        (await HubAsync("", "keys", "rotate")).Output.ShouldContain($"Copy {KeyFile.Of(Database)} to its safe place now");
        JsonDocument.Parse((await HubAsync("", "keys", "rotate", "--json")).Output).RootElement.GetProperty("copyNow").GetString().ShouldBe(KeyFile.Of(Database));
    }

    [Fact]
    public async Task Keys_that_every_account_can_read_are_warned_of()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other modes.");
        await using (await OpenAsync())
        {
        }

        Warnings().ShouldBeEmpty();
        File.SetUnixFileMode(KeyFile.Of(Database), (UnixFileMode)0b110_100_100);

        Warnings().ShouldHaveSingleItem().ShouldEndWith($"chmod 600 {KeyFile.Of(Database)}");

        IReadOnlyList<string> Warnings() => DoorWarnings.Of(HubConfigurationReader.Read(folder).Configuration!, Now);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_named_and_so_is_what_makes_a_head_that_is_not()
    {
        (await HubAsync("", "ledger")).Errors.ShouldStartWith($"There is no store yet in {Database}: ");
        await using (await OpenAsync())
        {
        }

        (await HubAsync("", "audit", "verify")).Output.ShouldContain("The next start of a hub makes one.");
    }

    [Fact]
    public async Task A_source_without_any_authorisation_is_told_as_such() =>
        (await HubAsync("", "authorisations", "check", "--source", "ours", "--recipient", "ocmw-gent")).Output.ShouldContain("Nothing: authorisations.json has no authorisation of ours.");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Database => Path.Combine(folder, "data", "hub.db");

    private string HeadFile => HubConfigurationReader.Read(folder).Configuration!.AuditHead;

    private Task<(int Code, string Output, string Errors)> HubAsync(string input, params string[] arguments) => CommandRun.OfAsync(input, [.. arguments, "--config", folder]);

    private async Task<HubServices> OpenAsync()
    {
        var hub = HubServices.WithStoreOnly(HubConfigurationReader.Read(folder).Configuration!, NullLoggerFactory.Instance, TimeProvider.System);
        await hub.OpenStoreAsync(Token);
        return hub;
    }

    private static Task<CitizenRef?> WhoAsync(HubServices hub, Insz insz) => hub.Store.Erasure.FindAsync(hub.Pseudonyms.OfInsz(insz), Token);

    private static Task AppendAsync(HubServices hub, Insz insz, Fact fact, params Insz[] others)
    {
        var one = new JournalFact("fact", FactContract.NameOf(fact.GetType()), hub.Pseudonyms.OfInsz(insz), [.. others.Select(hub.Pseudonyms.OfInsz)], fact, SealedPerson.Write(insz, null, new HashSet<string>()));
        var record = new JournalRecord($"{fact.GetType().Name}-{insz.GetHashCode()}", null, Encoding.UTF8.GetBytes(insz.Digits), [one]);
        return hub.Store.Journal.AppendAsync(new JournalPage { Source = "ours", Records = [record], KnownAt = Now }, Token);
    }
}
