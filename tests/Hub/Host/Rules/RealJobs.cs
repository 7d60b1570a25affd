using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using IntegrationHub.Adapters.Magda;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Tests.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Rules;

/// <summary>The real replies of GeefWerkrelaties: as timelines by way of the adapter, and as XML for who counts by himself.</summary>
internal static class RealJobs
{
    /// <summary>The replies, by the INSZ that was asked; skips the test where they are absent.</summary>
    public static IReadOnlyList<(string Insz, string Path)> Files()
    {
        if (SharedData.Root is null)
            Assert.Skip(SharedData.WhyAbsent);
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(SharedData.Root!, "magda", "Werk", "GeefWerkrelaties", "02.00.0000"), "*.xml").Order(StringComparer.Ordinal)
                .Select(path => (Path.GetFileNameWithoutExtension(path), path)).Where(file => file.Item1.All(char.IsAsciiDigit)),
        ];
    }

    /// <summary>A reply, opened for XPath.</summary>
    public static XPathNavigator Open(string path) => new XPathDocument(XmlReader.Create(path)).CreateNavigator();

    /// <summary>What the adapter and the intake make of the replies that came at <paramref name="knownAt"/>.</summary>
    public static IReadOnlyList<(string Insz, Timeline Timeline)> Timelines(DateTimeOffset knownAt)
    {
        using var services = Adapter();
        var normaliser = services.GetRequiredService<IRecordNormaliser>();
        var timelines = new List<(string, Timeline)>();
        foreach (var (insz, path) in Files())
        {
            var record = new SourceRecord
            {
                Id = "GeefWerkrelaties/" + insz, IdIsPersonal = true, Kind = "GeefWerkrelaties", Raw = InEnvelope(path), Properties = new Dictionary<string, string> { ["insz"] = insz },
            };
            var citizen = CitizenRef.New();
            var facts = normaliser.Normalise(record).Facts.Select(one => one.Fact.WithCitizens(citizen, []) with
            {
                Source = "magda", RecordId = $"record-{timelines.Count}", FactKey = one.Key, Revision = 1, KnownAt = knownAt,
            });
            timelines.Add((insz, Timeline.Of(citizen, [.. facts])));
        }

        return timelines;
    }

    // The files hold what stands in the body.
    private static byte[] InEnvelope(string path)
    {
        XNamespace soap = "http://schemas.xmlsoap.org/soap/envelope/";
        return Encoding.UTF8.GetBytes(new XElement(soap + "Envelope", new XElement(soap + "Body", XElement.Load(path))).ToString());
    }

    private static ServiceProvider Adapter()
    {
        var options = new Dictionary<string, string?> { ["url"] = "http://magda.example", ["identificatie"] = "voorbeeld.be/integrationhub", ["hoedanigheid"] = "ipdc0000" };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new InstanceContext("magda", Path.GetTempPath(), 10_000_000));
        services.AddSingleton(Substitute.For<ISecrets>());
        services.AddSingleton(Substitute.For<ICaseload>());
        services.AddSingleton(Substitute.For<ISourceState>());
        new MagdaAdapter().Register(services, new ConfigurationBuilder().AddInMemoryCollection(options).Build());
        return services.BuildServiceProvider();
    }
}
