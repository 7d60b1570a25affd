using System.Text;
using System.Text.RegularExpressions;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Manifest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Plugins.Tests;

/// <summary>
/// A partner has packages and no sources of ours. The plugin built here is the one of the Sdk's README, file by file, so that what it promises stays true.
/// </summary>
public sealed partial class OutsideTheSolutionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_plugin_built_against_the_packages_loads_and_runs()
    {
        // A version of its own for each run: nothing can come from a cache.
        var version = $"0.1.0-test{Guid.NewGuid():N}";
        await Pack("src/Contracts", version);
        await Pack("src/Adapters/Sdk", version);
        await Build(version);

        var plugin = new PluginCatalog([folder.File("plugins")]).Plugins.Single();
        var services = new InstanceServices { Time = TimeProvider.System, Loggers = NullLoggerFactory.Instance, Secrets = new NoSecrets() };
        var context = new InstanceContext("letters", folder.Path, 1000);
        var result = await PluginInstance.CreateAsync(plugin, PluginRole.Source, context, Options(("separator", ";")), services, "sources[0] (letters).options");
        await using var instance = result.Instance.ShouldNotBeNull(string.Join('\n', result.Errors));

        Normalise(instance, "85673003360;2026-11-30").Facts.Single().Fact.ShouldBeOfType<EmploymentEnded>().EndedOn.ShouldBe(new DateOnly(2026, 11, 30));
        Normalise(instance, "85673003360;yesterday").Rejections.Single().Field.ShouldBe("second part");
        (await PluginInstance.CreateAsync(plugin, PluginRole.Source, context, Options(), services, "sources[0] (letters).options")).Errors
            .ShouldBe(["sources[0] (letters).options.separator: Put the character between the INSZ and the date, such as ';'."]);
    }

    private static Normalised Normalise(PluginInstance instance, string text) =>
        instance.Normaliser!.Normalise(new SourceRecord { Id = "1", Kind = "text/plain", Raw = Encoding.UTF8.GetBytes(text) });

    private static IConfiguration Options(params (string Key, string Value)[] options) =>
        new ConfigurationBuilder().AddInMemoryCollection(options.Select(option => KeyValuePair.Create(option.Key, (string?)option.Value))).Build();

    private Task Pack(string project, string version) => DotNet.RunAsync(
        Repository.Root, [], Token, "pack", Repository.File(project), "-c", "Release", "--artifacts-path", folder.File("artifacts"), "-o", folder.File("packages"), $"-p:Version={version}");

    private async Task Build(string version)
    {
        var readme = await File.ReadAllTextAsync(Repository.File("src/Adapters/Sdk/README.md"), Token);
        foreach (Match file in FileInReadme().Matches(readme))
            folder.Write($"source/{file.Groups["name"].Value}", file.Groups["text"].Value.Replace("Version=\"0.1.0\"", $"Version=\"{version}\""));

        // Beside the sources this machine is configured with; ours are looked for nowhere else.
        folder.Write("source/nuget.config", """
            <configuration>
              <packageSources><add key="packed" value="../packages" /></packageSources>
              <packageSourceMapping><packageSource key="packed"><package pattern="IntegrationHub.*" /></packageSource></packageSourceMapping>
            </configuration>
            """);
        var cache = KeyValuePair.Create("NUGET_PACKAGES", folder.File("cache"));
        await DotNet.RunAsync(folder.File("source"), [cache], Token, "build", "Letters.csproj", "-o", folder.File("plugins/letters"));
    }

    [GeneratedRegex(@"\*\*`(?<name>[^`]+)`\*\*[^`]*?(`[^`\n]+`[^`]*?)*\n\n```\w+\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex FileInReadme();

    private sealed class NoSecrets : ISecrets
    {
        public string Open(string reference) => throw new PermanentFailureException("There are no secrets here.");
    }
}
