using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins.Checking;
using IntegrationHub.Simulators.Magda;
using Microsoft.AspNetCore.Builder;

namespace IntegrationHub.Adapters.Magda.Tests.Support;

/// <summary>The hub's own simulator with the sample's replies, and some about the marked citizen, who took the place of one of them.</summary>
internal sealed class SimulatedMagda : FakeSource
{
    private const string Double = "88631402204";

    private static readonly string[] Citizens = ["92670204169", "85712301822", "90690803660", "89611705582", MarkedCitizen.Insz.Digits];

    private readonly List<MagdaFault> faults = [];
    private WebApplication? simulator;
    private string url = "";

    public override JsonObject Options => new()
    {
        ["url"] = url,
        ["identificatie"] = "voorbeeld.be/integrationhub",
        ["hoedanigheid"] = "ipdc0000",
        ["pageSize"] = 2,
        ["requestsPerSecond"] = 0,
    };

    public override IReadOnlyList<Insz> Caseload => [.. Citizens.Select(Insz.Parse)];

    public override IReadOnlyCollection<string> RecordIds =>
        [.. Citizens.SelectMany(citizen => new[] { "GeefWerkrelaties", "GeefPersoon", "GeefGezinssamenstelling" }.Select(service => $"{service}/{citizen}"))];

    public async Task StartAsync(CancellationToken token)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folders.Sample, "replies"), "*.xml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Path.Combine(Folders.Sample, "replies"), file).Replace(Double, MarkedCitizen.Insz.Digits, StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var text = await File.ReadAllTextAsync(file, token);
            await File.WriteAllTextAsync(copy, Marked(text), token);
        }

        simulator = await MagdaSimulator.StartAsync(new MagdaSimulatorOptions { FilesFolder = Folder, Url = "http://127.0.0.1:0", Faults = faults }, token);
        url = simulator.Urls.First();
    }

    public override async Task GoAwayAsync()
    {
        if (simulator is not null)
            await simulator.DisposeAsync();
        simulator = null;
    }

    public override Task StallAsync()
    {
        faults.Add(new() { Kind = MagdaFaultKind.Timeout });
        return Task.CompletedTask;
    }

    protected override async ValueTask CleanUpAsync() => await GoAwayAsync();

    private static string Marked(string text) => text.Replace(Double, MarkedCitizen.Insz.Digits, StringComparison.Ordinal)
        .Replace("Appelmans", MarkedCitizen.FamilyName, StringComparison.Ordinal)
        .Replace("Roosje", MarkedCitizen.GivenName, StringComparison.Ordinal)
        .Replace("Kersenpitstraat", "Wezelkruiddreef", StringComparison.Ordinal);
}
