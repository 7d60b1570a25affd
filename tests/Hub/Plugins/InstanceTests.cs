using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Manifest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Tests;

public sealed class InstanceTests : IDisposable
{
    private const string At = "sources[0] (ocmw-gent).options";

    private readonly TemporaryFolder folder = new();
    private readonly ListLoggerFactory loggers = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        loggers.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_source_reads_and_normalises_with_its_own_options()
    {
        await using var instance = await Create("Good", """{ "partner": "ocmw-gent" }""");

        var page = await instance.Pull.ShouldNotBeNull().PullAsync(null, Token).SingleAsync(Token);
        var fact = instance.Normaliser.ShouldNotBeNull().Normalise(page.Records.Single()).Facts.Single().Fact;

        fact.ShouldBeOfType<SupportFileOpened>().Partner.ShouldBe("ocmw-gent ocmw-gent");
        instance.Id.ShouldBe("ocmw-gent");
        instance.Push.ShouldBeNull();
        instance.PayloadReader.ShouldBeNull();
        (await instance.Check.ShouldNotBeNull().CheckAsync(Token)).IsReachable.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_instances_of_one_plugin_share_nothing()
    {
        var plugin = TestPlugins.Open("Good");
        await using var one = (await Create(plugin, PluginRole.Source, "one", """{ "partner": "a" }""")).Instance.ShouldNotBeNull();
        await using var two = (await Create(plugin, PluginRole.Source, "two", """{ "partner": "b" }""")).Instance.ShouldNotBeNull();

        two.Pull.ShouldNotBeSameAs(one.Pull);
        (await First(one)).ShouldBe("a one");
        (await First(two)).ShouldBe("b two");
    }

    [Fact]
    public async Task Log_categories_carry_the_id_of_the_instance_behind_them()
    {
        await using var instance = await Create("Good", """{ "partner": "a" }""");

        await First(instance);

        loggers.Lines.ShouldBe(["TestPlugins.Good.GoodSource[ocmw-gent]: One page at 01/01/2026 00:00:00 +00:00"]);
    }

    [Fact]
    public void What_a_plugin_logs_of_an_exception_is_its_type_and_not_its_message()
    {
        using var ofInstance = new InstanceLoggerFactory(loggers, "ocmw-gent");

        ofInstance.CreateLogger("Reader").LogError(new FormatException("no number: 85073003328", new IOException("Janssens.csv")), "Row {Row} cannot be read", 3);

        loggers.Lines.ShouldBe(["Reader[ocmw-gent]: Row 3 cannot be read (System.FormatException, caused by System.IO.IOException)"]);
    }

    [Fact]
    public async Task A_destination_gets_the_secrets_of_the_host()
    {
        var result = await Create(TestPlugins.Open("Good"), PluginRole.Destination, "inbox", """{ "partner": "a" }""");
        await using var instance = result.Instance.ShouldNotBeNull(string.Join('\n', result.Errors));

        var delivered = await instance.Destination.ShouldNotBeNull().DeliverAsync(Signal(), Token);

        delivered.ShouldBe(DeliveryResult.Delivered("opened env:GREETING"));
    }

    [Fact]
    public async Task Disposing_an_instance_disposes_what_the_plugin_made_and_nothing_of_the_host()
    {
        var instance = await Create("Good", """{ "partner": "a" }""");

        await instance.DisposeAsync();

        File.ReadAllText(folder.File("disposed")).ShouldBe("ocmw-gent");
        loggers.IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task Everything_that_can_be_an_option_is_known()
    {
        await using var instance = await Create("Good", """
            { "partner": "a", "pageSize": 5, "pause": "00:00:05", "limits": { "most": 3 }, "columns": { "A": "b", "C": "d" }, "folders": ["x", "y"] }
            """);

        (await First(instance)).ShouldBe("a ocmw-gent");
    }

    [Fact]
    public async Task Every_wrong_option_is_reported_at_once()
    {
        var errors = await Errors("Good", """
            { "partner": "", "pageSize": "many-secrets", "pause": "long-secret", "limits": { "most": -1, "mist": 2 }, "folder": "x" }
            """);

        errors.ShouldBe(
        [
            $"{At}.pageSize: cannot be read as Int32. Correct the value.",
            $"{At}.pause: cannot be read as TimeSpan. Correct the value.",
            $"{At}.partner: Name the partner, such as 'ocmw-gent'.",
            $"{At}: limits.most must not be negative; put 0 or more.",
            $"{At}: 'folder' is not an option; did you mean 'folders'?",
            $"{At}.limits: 'mist' is not an option; did you mean 'most'?",
        ],
        ignoreOrder: true);
    }

    [Fact]
    public async Task A_plugin_that_throws_in_Register_is_told_by_type_and_never_by_message() =>
        (await Errors("ThrowsInRegister", "{}")).ShouldBe(
            [$"{At}: plugin 'throws-in-register' failed in Register: System.InvalidTimeZoneException. Check these options; when they are right, ask its maker to mend it."]);

    [Fact]
    public async Task A_broken_plugin_is_told_with_its_problem() =>
        (await Errors("ThrowsInConstructor", "{}")).Single().ShouldStartWith($"{At}: plugin 'throws-in-constructor' is broken. {TestPlugins.Folder("ThrowsInConstructor")}: plugin");

    [Fact]
    public async Task A_source_without_normaliser_is_told()
    {
        var plugin = Plugin.Open(folder.Copy("Good", "forgetful", json => json["entryType"] = "TestPlugins.Good.ForgetfulAdapter"));

        var result = await Create(plugin, PluginRole.Source, "ocmw-gent", "{}");

        result.Errors.ShouldBe([$"{At}: plugin 'good' registered no IRecordNormaliser, which a source needs. Ask its maker to mend it."]);
    }

    [Fact]
    public async Task A_service_that_was_not_registered_is_named()
    {
        var plugin = Plugin.Open(folder.Copy("Good", "forgetful", json => json["entryType"] = "TestPlugins.Good.ForgetfulAdapter"));

        var result = await Create(plugin, PluginRole.Destination, "inbox", """{ "forget": "dependency" }""");

        result.Errors.ShouldBe(
            [$"{At}: plugin 'good' failed to make what it registered: TestPlugins.Good.ForgetfulAdapter+ForgetfulDestination needs System.Net.Http.HttpClient, which is not registered. Ask its maker to mend it."]);
    }

    [Fact]
    public async Task A_source_cannot_serve_as_destination()
    {
        var result = await Create(TestPlugins.Open("UsesGreetingOne"), PluginRole.Destination, "inbox", "{}");

        result.Errors.ShouldBe([$"{At}: plugin 'uses-greeting-one' is no destination: its adapter.json provides source. Name another adapter."]);
    }

    private static async Task<string> First(PluginInstance instance) =>
        Encoding.UTF8.GetString((await instance.Pull!.PullAsync(null, Token).FirstAsync(Token)).Records[0].Raw.Span);

    private async Task<PluginInstance> Create(string plugin, string options)
    {
        var result = await Create(TestPlugins.Open(plugin), PluginRole.Source, "ocmw-gent", options);
        return result.Instance.ShouldNotBeNull(string.Join('\n', result.Errors));
    }

    private async Task<IReadOnlyList<string>> Errors(string plugin, string options)
    {
        var result = await Create(TestPlugins.Open(plugin), PluginRole.Source, "ocmw-gent", options);
        result.Instance.ShouldBeNull();
        return result.Errors;
    }

    private Task<InstanceResult> Create(Plugin plugin, PluginRole role, string id, string options)
    {
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "sources": [ { "options": {{options}} } ] }"""))).Build();
        var services = new InstanceServices { Time = new StoppedClock(), Loggers = loggers, Secrets = new EchoSecrets() };
        return PluginInstance.CreateAsync(plugin, role, new InstanceContext(id, folder.Path, 1000), configuration.GetSection("sources:0:options"), services, At);
    }

    private static SignalReady Signal() => new()
    {
        DeliveryId = Guid.NewGuid(),
        SignalId = Guid.NewGuid(),
        Kind = SignalKind.Issued,
        MomentCode = "ontslag",
        Title = new Dictionary<string, string>(),
        Text = new Dictionary<string, string>(),
        Recipient = "ocmw-gent",
        Citizen = CitizenRef.New(),
        LegalBasis = "none, a test",
    };

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private sealed class EchoSecrets : ISecrets
    {
        public string Open(string reference) => $"opened {reference}";
    }
}
