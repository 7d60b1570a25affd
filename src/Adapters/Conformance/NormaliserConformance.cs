using IntegrationHub.Plugins.Checking;
using Xunit;

namespace IntegrationHub.Adapters.Conformance;

/// <summary>
/// What every source's normaliser must show, told by the folders below the plugin's <c>testcases</c>. A subclass is its name and its folder:
/// <c>public sealed class CawNormaliser() : NormaliserConformance("src/Adapters/Caw");</c>
/// </summary>
public abstract class NormaliserConformance : AdapterConformance
{
    private const int Spoilt = 500;

    /// <inheritdoc/>
    protected NormaliserConformance(string project)
        : base(project)
    {
    }

    /// <inheritdoc/>
    protected NormaliserConformance(PluginFolder plugin)
        : base(plugin)
    {
    }

    /// <summary>Each case becomes its <c>expected.json</c> and <c>expected.rejected</c>.</summary>
    [Fact]
    public async Task Every_test_case_gives_what_is_expected() => Holds(await NormaliserChecks.TestCasesAsync(Plugin, Token));

    /// <summary>Again, from another instance, and on many threads.</summary>
    [Fact]
    public async Task The_same_input_gives_the_same_output() => Holds(await NormaliserChecks.IsPureAsync(Plugin, Token));

    /// <summary>Spoilt copies of every case, from a fixed seed.</summary>
    [Fact]
    public async Task Any_bytes_end_accepted_or_rejected() => Holds(await NormaliserChecks.TakesAnyBytesAsync(Plugin, Spoilt, Token));
}
