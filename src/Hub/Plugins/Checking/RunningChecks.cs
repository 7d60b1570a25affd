using System.Text.Json.Nodes;
using IntegrationHub.Plugins.Checking.Trial;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Plugins.Checking;

/// <summary>What can be told of a plugin by making an instance of it with its sample options.</summary>
public static class RunningChecks
{
    /// <summary>How soon whatever is asked to stop, or to tell whether it reaches its system, has to be done.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal const string SampleProperty = "The sample options are valid";

    // As long as the hub waits for a connection check.
    private static readonly TimeSpan CheckPatience = TimeSpan.FromSeconds(15);

    /// <summary>The sample options are there and an instance is made with them.</summary>
    public static async Task<Finding> SampleAsync(PluginFolder folder)
    {
        const string property = SampleProperty;
        var (sample, problem) = SampleOptions.Read(folder);
        if (sample is null)
            return Finding.ToSupply(property, problem!);
        var result = await SampleOptions.Host(folder).CreateAsync(sample);
        if (result.Instance is { } instance)
            await instance.DisposeAsync();
        return Finding.Of(property, [.. result.Errors.Select(error => $"{SampleOptions.Name}: {error}")]);
    }

    /// <summary>An instance can be made, stopped, stopped again, and made again.</summary>
    public static Task<Finding> StartsAndStopsAsync(PluginFolder folder) => WithSampleAsync("It starts, stops, and stops twice", folder, async (host, sample, problems) =>
    {
        for (var round = 1; round <= 2; round++)
        {
            var result = await host.CreateAsync(sample);
            if (result.Instance is not { } instance)
            {
                problems.Add(round == 1 ? string.Join('\n', result.Errors) : $"The second instance is not made, after the first was stopped: {string.Join('\n', result.Errors)} Leave nothing behind that is shared by all instances.");
                return;
            }

            foreach (var time in (string[])["", " the second time"])
                await StopAsync(instance, time, problems);
        }
    });

    /// <summary>The connection check ends in time with a result that a person can act on, whether the sample's system is there or not.</summary>
    public static Task<Finding> ConnectionCheckEndsAsync(PluginFolder folder) => WithSampleAsync("The connection check ends with a result", folder, async (host, sample, problems) =>
    {
        var result = await host.CreateAsync(sample);
        if (result.Instance is not { } instance)
            problems.AddRange(result.Errors);
        else
            await using (instance)
                problems.AddRange((await CheckTrial.RunAsync(instance, CheckPatience)).Problems);
    });

    private static async Task<Finding> WithSampleAsync(string property, PluginFolder folder, Func<TrialHost, JsonObject, List<string>, Task> trial)
    {
        if (folder.Plugin.State != PluginState.Loaded)
            return Finding.Fails(property, "It does not load.");
        var (sample, problem) = SampleOptions.Read(folder);
        if (sample is null)
            return Finding.ToSupply(property, problem!);
        var problems = new List<string>();
        await trial(SampleOptions.Host(folder), sample, problems);
        return Finding.Of(property, problems);
    }

    private static async Task StopAsync(PluginInstance instance, string time, List<string> problems)
    {
        try
        {
            await instance.DisposeAsync().AsTask().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            problems.Add($"Stopping it{time} takes longer than {Patience.TotalSeconds} seconds. Let Dispose wait for nothing that can take long.");
        }
        catch (Exception e)
        {
            problems.Add($"Stopping it{time} throws {Thrown.Describe(e)}. Let Dispose throw nothing.");
        }
    }
}
