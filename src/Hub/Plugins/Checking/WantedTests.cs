using IntegrationHub.Plugins.Instances;

namespace IntegrationHub.Plugins.Checking;

/// <summary>What only the plugin's maker can try, for it takes a fake of the system: which classes of the conformance kit to inherit.</summary>
internal static class WantedTests
{
    private const string Property = "It behaves while its system comes, goes and fails";

    public static async Task<Finding> OfAsync(PluginFolder folder)
    {
        var (sample, problem) = SampleOptions.Read(folder);
        if (sample is null)
            return Finding.ToSupply(Property, problem!);
        var result = await SampleOptions.Host(folder).CreateAsync(sample);
        if (result.Instance is not { } instance)
            return Finding.Fails(Property, string.Join('\n', result.Errors));
        await using (instance)
        {
            var classes = Classes(instance).ToList();
            return classes.Count == 0
                ? Finding.Holds(Property)
                : Finding.ToSupply(Property, $"This needs a fake of the system: in the plugin's tests inherit {string.Join(" and ", classes)} of IntegrationHub.Adapters.Conformance, whose README has the example.");
        }
    }

    private static IEnumerable<string> Classes(PluginInstance instance)
    {
        if (instance.Pull is not null)
            yield return "PullConformance";
        if (instance.Push is not null)
            yield return "PushConformance";
        if (instance.Destination is not null)
            yield return "DestinationConformance";
    }
}
