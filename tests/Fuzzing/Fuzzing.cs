using System.Globalization;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Running;
using IntegrationHub.Fuzzing.Tests.Targets;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Fuzzing.Tests;

/// <summary>
/// Spoilt copies of real and sample inputs through every way in. Each ends accepted, or refused with a reason that repeats nothing of it; none throws, none takes over a second, and memory does not grow.
/// </summary>
public sealed class Fuzzing
{
    private const int Quarters = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_comes_in_ends_accepted_or_refused_with_a_reason()
    {
        Assert.SkipWhen(FuzzSettings.Replay is not null, "One input is replayed.");
        await using var hub = await FuzzedHub.StartAsync(Token);
        var targets = AllTargets.Make();
        var runs = targets.Select(target => new FuzzRun(target, hub)).ToList();
        foreach (var run in runs)
            await run.WarmUpAsync(Token);

        // In quarters, over all ways in each time: what the second leaves in memory the fourth must not add to.
        var live = new List<long>();
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            foreach (var (target, run) in targets.Zip(runs))
                await run.RunAsync(InputsOf(target, targets), FuzzSettings.Start + quarter, Token);
            live.Add(LiveMemory.Measure());
            await TellAsync(runs, live);
        }

        foreach (var disposable in targets.OfType<IAsyncDisposable>())
            await disposable.DisposeAsync();
        var failures = runs.SelectMany(run => run.Result.Failures).ToList();
        if (live[3] - live[1] > LiveMemory.MostGrowth(FuzzSettings.Inputs))
            failures.Add($"live memory grew from {live[1]} bytes after half of the inputs to {live[3]}");
        failures.ShouldBeEmpty(string.Join("\n\n", failures));
    }

    /// <summary>By hand: <c>HUB_FUZZ_SEED=TARGET:NUMBER dotnet exec DLL -explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public async Task One_input_is_tried_again()
    {
        var seed = FuzzSettings.Replay.ShouldNotBeNull("HUB_FUZZ_SEED names the input to try again.");
        await using var hub = await FuzzedHub.StartAsync(Token);
        var target = AllTargets.Make().Single(one => one.Name == seed.Split(':')[0]);
        var run = new FuzzRun(target, hub);
        await run.ReplayAsync(int.Parse(seed.Split(':')[1], CultureInfo.InvariantCulture), Token);
        run.Result.Failures.ShouldBeEmpty(string.Join("\n\n", run.Result.Failures));
    }

    private static int InputsOf(Target target, IReadOnlyList<Target> all) => Math.Max(1, (int)((long)FuzzSettings.Inputs * target.Share / all.Sum(one => one.Share) / Quarters));

    private static Task TellAsync(IReadOnlyList<FuzzRun> runs, IReadOnlyList<long> live)
    {
        var inputs = runs.Sum(run => run.Result.Inputs);
        string[] lines =
        [
            SharedData.Root is null ? "Without the real inputs: " + SharedData.WhyAbsent : "With the real inputs.",
            .. runs.Select(run => run.Result.ToString()),
            $"In all {inputs} inputs from {FuzzSettings.Start}, {runs.Sum(run => run.Result.Failures.Count)} failures; live memory after each quarter: {string.Join(", ", live.Select(one => $"{one / 1024} kB"))}",
        ];
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', lines));
        return File.WriteAllLinesAsync(Path.Combine(Artifacts.Folder, "fuzz", "summary.txt"), lines, Token);
    }
}
