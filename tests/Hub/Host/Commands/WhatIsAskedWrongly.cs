using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Tests.Commands;

/// <summary>A slip of the pen is told as one: nobody takes an empty answer for "there is nothing".</summary>
public sealed class WhatIsAskedWrongly : IAsyncLifetime
{
    private const string Number = "81.64.11-087.83";
    private readonly string folder = Directory.CreateTempSubdirectory("hub-asked-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("audit", "--kind", "disclosedd")]
    [InlineData("audit", "--recipient", "ocmw-gnt")]
    [InlineData("audit", "export", "--kind", "disclosedd")]
    [InlineData("audit", "export", "--recipient", "ocmw-gnt")]
    public async Task A_kind_or_a_recipient_of_which_nobody_knows_is_wrong_use(params string[] command)
    {
        (await RunAsync(command)).ShouldBe(ExitCode.WrongUse);

        await using var hub = await OpenAsync();
        (await hub.Store.Audit.ListAsync(new(), 10, Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("audit", "--kind", "audit-read")]
    [InlineData("audit", "--recipient", "ocmw-gent")]
    public async Task A_known_one_is_asked_for_although_nothing_is_told_of_it(params string[] command) => (await RunAsync(command)).ShouldBe(ExitCode.Done);

    [Theory]
    [InlineData("quarantine", "retry", "--id", "99")]
    [InlineData("quarantine", "retry", "--reason", "expected a dayte")]
    [InlineData("quarantine", "discard", "--because", "a test export", "--id", "99")]
    public async Task Where_nothing_rests_nothing_was_done(params string[] command) => (await RunAsync(command)).ShouldBe(ExitCode.Failed);

    [Fact]
    public async Task Everything_that_rests_may_be_nothing() => (await RunAsync("quarantine", "retry")).ShouldBe(ExitCode.Done);

    [Theory]
    [InlineData("quarantine", "discard", "--id", "1", "--because", $"insz {Number} fout")]
    [InlineData("erase", "--citizen", "5e2b3a8e-9a1f-4a0e-9d7b-0d7c4b1c2a11", "--because", $"insz {Number} fout")]
    [InlineData("sources", "pause", "files", "--reason", $"insz {Number} fout")]
    [InlineData("audit", "restart-head", "--reason", $"insz {Number} fout")]
    public void A_text_that_is_kept_for_years_names_nobody_by_number(params string[] command)
    {
        var errors = HubCommandLine.Parse([.. command, "--config", folder]).Errors;

        errors.ShouldHaveSingleItem().Message.ShouldEndWith(": an INSZ stands in this text, and it is kept. Say it without the number, for instance with the id of the entry or the reference of the citizen.");
        errors[0].Message.ShouldNotContain("81");
    }

    [Theory]
    [InlineData("audit", "--since", "gisteren")]
    [InlineData("audit", "--until", "22/11/2026")]
    [InlineData("audit", "export", "--since", "2026-13-01")]
    [InlineData("ledger", "--since", "gisteren")]
    [InlineData("backfill", "release", "files", "--since", "gisteren")]
    public void A_day_that_is_none_is_answered_with_how_to_write_one(params string[] command) =>
        HubCommandLine.Parse([.. command, "--config", folder]).Errors.ShouldHaveSingleItem().Message.ShouldEndWith(": expected a day as yyyy-MM-dd, such as 2026-12-31.");

    [Fact]
    public void A_time_that_is_none_is_answered_with_how_to_write_one() =>
        HubCommandLine.Parse(["sources", "pause", "files", "--reason", "moving house", "--until", "morgen", "--config", folder]).Errors.ShouldHaveSingleItem().Message
            .ShouldBe("--until: expected a time such as 2026-12-31T06:00+01:00.");

    public async ValueTask InitializeAsync()
    {
        var plugins = Path.Combine(Repository.Root, "src", "Hub", "Host", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "plugins");
        await File.WriteAllTextAsync(Path.Combine(folder, "hub.json"), $$"""
            { "instance": "here", "store": { "path": "data/hub.db" }, "plugins": [ "{{plugins}}" ], "administrators": [ { "user": "{{Environment.UserName}}", "may": [ "read-audit", "export-audit", "discard-quarantine" ] } ],
              "destinations": [ { "id": "screen", "adapter": "console" } ] }
            """, Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "authorisations.json"), """{ "authorisations": [] }""", Token);
        await using var hub = await OpenAsync();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task<int> RunAsync(params string[] command) => HubCommandLine.RunAsync([.. command, "--config", folder]);

    private async Task<HubServices> OpenAsync()
    {
        var hub = HubServices.WithStoreOnly(HubConfigurationReader.Read(folder).Configuration!, NullLoggerFactory.Instance, TimeProvider.System);
        await hub.OpenStoreAsync(Token);
        return hub;
    }
}
