using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Contracts;
using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>MAGDA's publications through a running hub: those of the adapter's sample, moved to the days before today.</summary>
public sealed partial class PublicationTests
{
    private const string Source = "magda-publicaties";
    private const string LostJob = "90671411875";
    private const string LostJobToo = "83672220388";

    private static readonly DateOnly Told = new(2026, 11, 21);
    private static readonly string Sample = Path.Combine(Repository.Root, "src", "Adapters", "Magda", "sample", "publications");
    private static readonly int Days = BelgianTime.DayOf(TimeProvider.System.GetUtcNow()).DayNumber - Told.DayNumber;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_ended_is_signalled_an_annulment_takes_it_back_and_what_cannot_be_read_stops_nothing()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = Folder(tool);
        var database = new HubDatabaseReader(folder);
        await using var hub = await HubProcess.RunAsync(folder, Token);

        var broken = Publish(folder, "persoon.publiceermutatiepersoon-0202_20261118060000000.xml", "werk.publiceermutatieswerkrelaties-0200_20261120060000000.xml");
        await HubAdmin.RunSourceAsync(folder, Token, Source);

        await Until.TrueAsync("both signals arrive", () => tool.Count == 2, Token, () => hub.Errors);
        tool.Received.Select(signal => (signal.Type, signal.Insz)).Order().ShouldBe([("signal.issued", LostJobToo), ("signal.issued", LostJob)]);
        tool.Received.ShouldAllBe(signal => signal.Body.Contains("\"ontslag\""));
        // The second Onderwerp bears no number. The two behind it in the same file were read: one became a signal, the other is a job that goes on.
        (await database.NumberAsync("SELECT count(*) FROM quarantine", Token)).ShouldBe(1);
        foreach (var part in new[] { "5b1f7c10-4a53-4d3c-9a80-1d6f2b0c0202", "DimonaNummer", broken })
            hub.Errors.ShouldContain(part);
        var listed = await HubAsync(folder, "quarantine");
        listed.ShouldContain(Source);
        listed.ShouldNotContain(LostJobToo);

        Publish(folder, "werk.publiceermutatieswerkrelaties-0200_20261121060000000.xml");
        await HubAdmin.RunSourceAsync(folder, Token, Source);

        await Until.TrueAsync("the withdrawal arrives", () => tool.Received.Any(signal => signal.Type == "signal.withdrawn"), Token, () => hub.Errors);
        tool.Received.Single(signal => signal.Type == "signal.withdrawn").SignalId.ShouldBe(tool.Received.Single(signal => signal.Insz == LostJob && signal.Type == "signal.issued").SignalId);
        (await database.NumberAsync("SELECT count(*) FROM moments WHERE withdrawn_at IS NULL", Token)).ShouldBe(1);
    }

    private static HubFolder Folder(CaseWorkersTool tool)
    {
        var folder = new HubFolder(tool.Url, tool.Secret);
        Directory.CreateDirectory(Path.Combine(folder.Path, "publications"));
        return folder
            .AddSource(new { id = Source, adapter = "magda", schedule = "0 0 3 31 12 ?", options = new { publications = "publications", settleSeconds = 0 } })
            .Authorise(Source, HubFolder.Ocmw, ["person-changed", "employment-started", "employment-ended"], "insz", "name", "municipality", "occurredAt")
            .Save();
    }

    /// <summary>Puts files of the sample into the folder, and returns the name of the last.</summary>
    private static string Publish(HubFolder folder, params string[] files)
    {
        var name = "";
        foreach (var file in files)
        {
            name = Moved(file);
            folder.Write(Path.Combine("publications", name), Moved(File.ReadAllText(Path.Combine(Sample, file))));
        }

        return name;
    }

    private static string Moved(string text) => Day().Replace(text, match =>
        DateOnly.ParseExact(match.Value.Replace("-", "", StringComparison.Ordinal), "yyyyMMdd", CultureInfo.InvariantCulture).AddDays(Days)
            .ToString(match.Length == 8 ? "yyyyMMdd" : "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static async Task<string> HubAsync(HubFolder folder, params string[] arguments)
    {
        await using var hub = HubProcess.Start(folder.Path, [.. arguments, "--config", folder.Path]);
        await hub.EndsWithAsync(0, Token);
        return hub.Output;
    }

    [GeneratedRegex(@"2026-\d\d-\d\d|(?<=_)2026\d{4}")]
    private static partial Regex Day();
}
