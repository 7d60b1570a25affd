namespace IntegrationHub.Architecture.Tests;

/// <summary>References point one way: Contracts, Sdk, adapters; Contracts, Core, Storage, Host; Sdk, Plugins, Host.</summary>
public sealed class DependencyTests
{
    private const string Contracts = "src/Contracts";
    private const string Sdk = "src/Adapters/Sdk";
    private const string Yaml = "src/Yaml";
    private const string Files = "src/Files";
    private const string Connections = "src/Connections";
    private const string Mapped = "src/Adapters/Mapped";
    private const string Host = "src/Hub/Host";
    private const string Queue = "src/Adapters/Queue";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [Contracts] = [],
        [Sdk] = [Contracts],
        // Who fills in a source.yaml or a rule is told every mistake with its place, in one way. The adapter ships a private copy.
        [Yaml] = [Sdk],
        [Files] = [Contracts],
        // One way to read a certificate with those above it, for the hub and for an adapter that listens. The adapter ships a private copy.
        [Connections] = [],
        [Mapped] = [Contracts, Sdk, Yaml, Files],
        ["src/Adapters/Magda"] = [Contracts, Sdk, Files],
        ["src/Adapters/Hospital"] = [Contracts, Sdk, Connections],
        ["src/Adapters/Ziekenfonds"] = [Contracts, Sdk, Files],
        ["src/Adapters/Conformance"] = [Contracts, Sdk, "src/Hub/Plugins"],
        ["src/Hub/Core"] = [Contracts],
        ["src/Hub/Storage"] = [Contracts, "src/Hub/Core"],
        ["src/Hub/Plugins"] = [Contracts, Sdk],
        ["src/Hub/Simulators"] = [],
        [Host] = [Contracts, Sdk, "src/Hub/Core", "src/Hub/Storage", "src/Hub/Plugins", "src/Hub/Simulators", Connections, Yaml],
    };

    public static TheoryData<string> Sources => new(SourceTree.Sources.Select(project => project.Folder));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_project_refers_only_to_what_it_may_know(string folder) =>
        SourceTree.Source(folder).References.Except(AllowedFor(folder)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sources))]
    public void An_assembly_uses_only_what_its_project_may_know(string folder)
    {
        var ours = SourceTree.Sources.ToDictionary(project => project.AssemblyName, project => project.Folder);

        SourceTree.Source(folder).Assembly.References.Where(ours.ContainsKey).Select(name => ours[name]).Except(AllowedFor(folder)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Only_the_host_knows_MassTransit_and_Quartz_and_beside_it_only_Queue_knows_RabbitMQ(string folder)
    {
        // A destination that is a RabbitMQ queue brings the client along, private to itself; the hub's bus it does not know.
        string[] known = folder == Host ? ["MassTransit", "Quartz", "RabbitMQ"] : folder == Queue ? ["RabbitMQ.Client"] : [];
        var project = SourceTree.Source(folder);

        project.Packages.Concat(project.Assembly.References).Where(name => StartsWithAny(name, "MassTransit", "Quartz", "RabbitMQ") && !StartsWithAny(name, known)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Only_the_host_and_the_simulators_know_AspNetCore(string folder)
    {
        if (folder is Host or "src/Hub/Simulators")
            return;

        SourceTree.Source(folder).Assembly.References.Where(name => StartsWithAny(name, "Microsoft.AspNetCore")).ShouldBeEmpty();
    }

    [Fact]
    public void Contracts_use_the_runtime_and_nothing_else()
    {
        var contracts = SourceTree.Source(Contracts);

        contracts.Packages.ShouldBeEmpty();
        contracts.Assembly.References.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_Sdk_uses_Contracts_and_abstractions_and_no_package()
    {
        var sdk = SourceTree.Source(Sdk);

        sdk.Packages.ShouldBeEmpty();
        sdk.Assembly.References.ShouldAllBe(name => name == "IntegrationHub.Contracts" || StartsWithAny(name, "System.", "Microsoft.Extensions."));
        // Options have no abstractions of their own: binding and checking them is what Register does.
        sdk.Assembly.References.Where(name => StartsWithAny(name, "Microsoft.Extensions.")).ShouldAllBe(name => name.EndsWith(".Abstractions", StringComparison.Ordinal) || StartsWithAny(name, "Microsoft.Extensions.Options"));
    }

    [Fact]
    public void The_core_is_pure()
    {
        var core = SourceTree.Source("src/Hub/Core");
        string[] impure = ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.TimeProvider", "System.Environment", "System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.Random"];

        core.Packages.ShouldBeEmpty();
        core.Assembly.References.Where(name => StartsWithAny(name, "System.Net", "System.Data", "Microsoft.")).ShouldBeEmpty();
        core.Assembly.UsedTypes.Intersect(impure).ShouldBeEmpty();
    }

    [Fact]
    public void The_host_has_adapters_built_and_never_uses_their_code()
    {
        var host = SourceTree.Source(Host);
        var adapters = SourceTree.Adapters.Select(adapter => adapter.AssemblyName).ToList();

        host.Assembly.References.Intersect(adapters).ShouldBeEmpty();
        host.References.ShouldAllBe(folder => !folder.StartsWith("src/Adapters/", StringComparison.Ordinal) || folder == Sdk);
    }

    [Fact]
    public void Every_project_of_the_design_is_there() => Allowed.Keys.Except(SourceTree.Sources.Select(project => project.Folder)).ShouldBeEmpty();

    private static string[] AllowedFor(string folder) =>
        Allowed.TryGetValue(folder, out var allowed) ? allowed
        : folder.StartsWith("src/Adapters/", StringComparison.Ordinal) ? [Contracts, Sdk]
        : throw new InvalidOperationException($"{folder} is a new project: say in {nameof(DependencyTests)} and in the design what it may refer to.");

    private static bool StartsWithAny(string name, params string[] starts) => starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));
}
