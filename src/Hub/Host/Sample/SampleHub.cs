using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Simulators.Inbox;
using IntegrationHub.Simulators.Magda;
using IntegrationHub.Simulators.Mllp;

namespace IntegrationHub.Host.Sample;

/// <summary>The partners of the built-in sample, simulated in this process: MAGDA, a hospital that sends, a case worker's inbox. Everything it stores is gone when it ends.</summary>
internal sealed class SampleHub : IAsyncDisposable
{
    private const string SecretName = "SAMPLE_INBOX_SECRET";
    private const string Decisions = "Beslissingen";
    private readonly WebApplication magda;
    private readonly WebApplication inbox;
    private readonly string data;
    private readonly int mllpPort;

    private SampleHub(WebApplication magda, WebApplication inbox, string data, int mllpPort) => (this.magda, this.inbox, this.data, this.mllpPort) = (magda, inbox, data, mllpPort);

    /// <summary>The configuration folder.</summary>
    public string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "sample");

    /// <summary>The ports and folders that were chosen, in the place of those that <c>hub.json</c> shows.</summary>
    public IReadOnlyDictionary<string, string?> Overrides => new Dictionary<string, string?>
    {
        ["store:path"] = Path.Combine(data, "hub.db"),
        ["http:urls"] = $"http://127.0.0.1:{FreePort(8080)}",
        ["sources:0:options:folder"] = Told("Ocmw"),
        ["sources:1:options:folder"] = Told("Ziekenfonds"),
        ["sources:2:options:folder"] = Told("Caw"),
        ["sources:3:options:url"] = magda.Urls.First(),
        ["sources:4:options:folder"] = Told(Decisions),
        ["sources:5:options:mllp:port"] = $"{mllpPort}",
        ["destinations:0:options:url"] = $"{inbox.Urls.First()}/webhooks",
    };

    public static async Task<SampleHub> StartPartnersAsync(TimeProvider time, CancellationToken token)
    {
        var secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Environment.SetEnvironmentVariable(SecretName, secret);
        var files = Path.Combine(AppContext.BaseDirectory, "plugins", "Magda", "sample", "replies");
        var magdaApp = await MagdaSimulator.StartAsync(new MagdaSimulatorOptions { FilesFolder = files, Url = "http://127.0.0.1:0", Clock = time }, token);
        var inboxApp = await InboxSimulator.StartAsync(new InboxSimulatorOptions { Urls = $"http://127.0.0.1:{FreePort(8090)}", Secret = secret, Time = time }, token);
        var sample = new SampleHub(magdaApp, inboxApp, Directory.CreateTempSubdirectory("integrationhub-sample-").FullName, FreePort(2575));
        foreach (var plugin in (string[])["Ocmw", "Ziekenfonds", "Caw", "Hospital"])
            SampleDates.Copy(Path.Combine(AppContext.BaseDirectory, "plugins", plugin, "sample"), sample.Told(plugin), BelgianTime.DayOf(time.GetUtcNow()));
        Directory.CreateDirectory(sample.Told(Decisions));
        foreach (var file in Directory.EnumerateFiles(sample.Told("Ocmw")).Select(Path.GetFileName).OfType<string>().Where(name => name.StartsWith("leefloon", StringComparison.Ordinal) || name.StartsWith("uithuiszettingen", StringComparison.Ordinal)))
            File.Move(Path.Combine(sample.Told("Ocmw"), file), Path.Combine(sample.Told(Decisions), file));
        return sample;
    }

    /// <summary>Has every partner supply once, and says where to look.</summary>
    public async Task PlayAsync(IServiceProvider hub, CancellationToken token)
    {
        await Console.Error.WriteLineAsync($"The sample plays an OCMW, MAGDA, a hospital, a ziekenfonds and a CAW. The case worker's inbox: {inbox.Urls.First()}");
        var runner = hub.GetRequiredService<ISourceRunner>();
        foreach (var source in hub.GetRequiredService<CurrentWiring>().Value.Sources.All.Where(source => source.Instance.Pull is not null))
            await runner.RunAsync(source.Id, "now", token);
        await SendAsync(token);
    }

    /// <summary>The hospital sends its messages.</summary>
    public async Task SendAsync(CancellationToken token)
    {
        var messages = Directory.GetFiles(Told("Hospital"), "*.hl7").Order(StringComparer.Ordinal).ToList();
        var result = await new MllpSender(TimeProvider.System).SendAsync(messages, "127.0.0.1", mllpPort, token: token);
        await Console.Error.WriteLineAsync($"The hospital sent {result.Answers.Count} messages; {result.Accepted} were accepted.");
    }

    public async ValueTask DisposeAsync()
    {
        await magda.DisposeAsync();
        await inbox.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>What a plugin's sample tells, as if told today.</summary>
    private string Told(string plugin) => Path.Combine(data, plugin);

    /// <summary>The port that the README names when it is free, else any.</summary>
    private static int FreePort(int wanted)
    {
        foreach (var port in new[] { wanted, 0 })
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException) when (port != 0)
            {
                // Taken: any other will do.
            }
        }

        throw new InvalidOperationException("No port is free.");
    }
}
