using System.Data.Common;
using IntegrationHub.EndToEnd.Tests.Chaos.Partners;
using IntegrationHub.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>Everything that a plan happens to: the hubs, what they stand on, who sends to them and who receives from them.</summary>
internal sealed class ChaosWorld : IAsyncDisposable
{
    public const string Caw = "caw-test";
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(2);
    private readonly List<HubFolder> folders = [];

    private readonly string magdaFiles = Directory.CreateTempSubdirectory("hub-e2e-magda-").FullName;
    private WebApplication? magda;

    private ChaosWorld(ServersOfOneTest? servers, MoodyTool tool) => (Servers, Tool) = (servers, tool);

    public ServersOfOneTest? Servers { get; }

    public MoodyTool Tool { get; }

    /// <summary>Where the files for the second tool come.</summary>
    public string ToolFolder { get; } = Directory.CreateTempSubdirectory("hub-e2e-files-").FullName;

    public List<SupervisedHub> Hubs { get; } = [];

    public Feed Feed { get; private set; } = null!;

    public HubDatabaseReader Database { get; private set; } = null!;

    /// <summary>Starts one hub embedded, or two on servers, with everything around them.</summary>
    public static async Task<ChaosWorld> StartAsync(ChaosPlan plan, ServersOfOneTest? servers, string logs, CancellationToken token)
    {
        var tool = new MoodyTool();
        await tool.ComeAsync(token);
        var world = new ChaosWorld(servers, tool);
        try
        {
            world.magda = await MagdaPartner.StartAsync(world.magdaFiles, token);
            world.Configure(plan);
            foreach (var folder in world.folders)
                world.Hubs.Add(new SupervisedHub(folder, Path.Combine(logs, $"hub-{world.Hubs.Count + 1}.log")));
            foreach (var hub in world.Hubs)
                (await hub.IsReadyAsync(Until.Patience, token)).ShouldBeTrue(hub.Errors);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>How much a hub has begun and not ended; null while the store does not answer.</summary>
    public async Task<(long Batches, long Deliveries)?> PendingAsync(CancellationToken token)
    {
        try
        {
            return (await Database.RowsAsync(
                "SELECT (SELECT count(*) FROM batches WHERE processed_at IS NULL), (SELECT count(*) FROM deliveries WHERE state = 'pending')",
                row => (row.GetInt64(0), row.GetInt64(1)),
                token))[0];
        }
        catch (DbException)
        {
            return null;
        }
    }

    /// <summary>Sends the first input and waits until the first signals arrive: from then on everything is at work.</summary>
    public async Task WarmUpAsync(CancellationToken token)
    {
        Feed.Burst(20);
        var begin = TimeProvider.System.GetTimestamp();
        while (Tool.Received.Count == 0 && TimeProvider.System.GetElapsedTime(begin) < WarmUp)
            await Task.Delay(50, token);
    }

    /// <summary><c>hub ledger</c>, as an administrator types it.</summary>
    public async Task<(bool AddsUp, string Output)> LedgerAsync(CancellationToken token)
    {
        await using var ledger = HubProcess.Start(folders[0].Path, "ledger", "--config", folders[0].Path, "--json");
        var code = await ledger.End.WaitAsync(Until.Patience, token);
        return (code == 0, ledger.Output + ledger.Errors);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hub in Hubs)
            await hub.DisposeAsync();
        Feed?.Dispose();
        await Tool.DisposeAsync();
        if (magda is not null)
            await magda.DisposeAsync();
        Directory.Delete(magdaFiles, recursive: true);
        folders.ForEach(folder => folder.Dispose());
        Directory.Delete(ToolFolder, recursive: true);
    }

    private void Configure(ChaosPlan plan)
    {
        var ports = new[] { HubFolder.FreePort(), HubFolder.FreePort() };
        var first = new HubFolder(Tool.Url, Tool.Secret);
        folders.Add(first);
        var register = Directory.CreateDirectory(Path.Combine(first.Path, "register")).FullName;
        first.Write("register.yaml", RegisterPartner.Mapping);
        first.Write("citizens.txt", string.Concat(MagdaPartner.Cases.Select(one => one.Insz + "\n")));
        const string EverySecondSecond = "0/2 * * * * ?";
        first
            .Schedule(HubFolder.Ocmw, EverySecondSecond)
            .AddSource(new { id = RegisterPartner.Id, adapter = "mapped", schedule = EverySecondSecond, options = new { mapping = "register.yaml", folder = register } })
            .AddSource(new { id = MllpPartner.Id, adapter = "hospital", options = new { mllp = new { port = ports[0] } } })
            .AddSource(new
            {
                id = MagdaPartner.Id, adapter = "magda", schedule = "0/15 * * * * ?",
                options = new { url = magda!.Urls.First(), identificatie = "test.be/hub", hoedanigheid = "ipdc0000", requestsPerSecond = 0, citizens = "file:citizens.txt" },
            })
            .AddSource(new { id = PushPartner.Id, adapter = "hospital" })
            // A second tool, that reads files: of another partner, who hears of jobs only.
            .AddDestination(new { id = "files", adapter = "signal-file", options = new { folder = ToolFolder } })
            .AddPartner(new { id = Caw, role = "caw", municipalities = new[] { "44021" }, destination = "files" })
            .Authorise(RegisterPartner.Id, Caw, ["person-changed", "employment-ended"], "insz")
            .Authorise(MagdaPartner.Id, Caw, ["person-changed", "household-changed", "employment-started", "employment-ended"], "insz", "occurredAt")
            .Authorise(MagdaPartner.Id, HubFolder.Ocmw, ["person-changed", "household-changed", "employment-started", "employment-ended"], "insz", "name", "municipality", "occurredAt")
            .Authorise(HubFolder.Ocmw, Caw, ["person-changed", "employment-started", "employment-ended"], "insz")
            .Authorise(RegisterPartner.Id, HubFolder.Ocmw, ["person-changed", "employment-ended"], "insz", "name", "municipality", "occurredAt")
            .Authorise(MllpPartner.Id, HubFolder.Ocmw, ["hospital-admitted", "hospital-discharged"], "insz", "name", "occurredAt")
            .Authorise(PushPartner.Id, HubFolder.Ocmw, ["hospital-admitted", "hospital-discharged"], "insz", "name", "occurredAt");
        if (Servers is not null)
            first.On(Servers);
        first.Save();
        if (Servers is not null)
        {
            var second = first.ForAnotherHost("two");
            folders.Add(second);
            second.ChangeSource(MllpPartner.Id, new { mllp = new { port = ports[1] } }).Save();
        }

        Database = new HubDatabaseReader(first);
        Feed = new Feed(plan.Seed, register, first.Exports, [.. folders.Select(folder => new Uri(folder.Url))], ports[..folders.Count]);
    }
}
