using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Fuzzing.Tests.Targets;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Fuzzing.Tests.Running;

/// <summary>Sends spoilt inputs to a target, one after the other, and watches how each ends.</summary>
internal sealed class FuzzRun(Target target, FuzzedHub hub)
{
    /// <summary>The most that one input may take. Twice again when it takes longer: another program may have had the processor.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    // On a machine that is busy with other things the clock alone says nothing; what waits for nothing is cut off by it all the same.
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);
    private const int MostFailures = 20;
    private const int MostSamples = 40;
    private readonly Mutator mutator = new(target.Corpus, target.Shape);
    private readonly string artifacts = Directory.CreateDirectory(Path.Combine(Artifacts.Folder, "fuzz")).FullName;

    /// <summary>What was seen so far.</summary>
    public FuzzResult Result { get; } = new(target.Name);

    /// <summary>Inputs as they are, before the clock counts: what is compiled and connected at the first is no time of that input, and what comes as it is must do no harm either.</summary>
    public async Task WarmUpAsync(CancellationToken token)
    {
        var problems = new List<string>();
        var accepted = hub.Witness.Accepted;
        foreach (var sample in target.Corpus.Take(MostSamples))
            await TimeAsync(sample, sample.Bytes, problems, token);
        Result.Unspoilt = hub.Witness.Accepted - accepted;
        Result.Failures.AddRange(problems.Concat(hub.Witness.Take()));
    }

    /// <summary>Runs so many inputs, whose seeds follow from a start.</summary>
    public async Task RunAsync(int inputs, int start, CancellationToken token)
    {
        var seeds = new Random(start);
        using var last = new LastSeed(Path.Combine(artifacts, $"{target.Name}.last"));
        var (accepted, quarantined) = (hub.Witness.Accepted, hub.Witness.Quarantined);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < inputs && Result.Failures.Count < MostFailures; i++)
        {
            token.ThrowIfCancellationRequested();
            await OneAsync(seeds.Next(), last, token);
        }

        Result.Taken += clock.Elapsed;
        Result.Accepted += hub.Witness.Accepted - accepted;
        Result.Quarantined += hub.Witness.Quarantined - quarantined;
    }

    /// <summary>One input again.</summary>
    public async Task ReplayAsync(int seed, CancellationToken token)
    {
        using var last = new LastSeed(Path.Combine(artifacts, $"{target.Name}.last"));
        await OneAsync(seed, last, token);
    }

    private async Task OneAsync(int number, LastSeed last, CancellationToken token)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{target.Name}:{number}");
        last.Write(seed);
        var random = new Random(number);
        var sample = target.Corpus[random.Next(target.Corpus.Count)];
        var input = mutator.Spoil(sample, random);
        var before = (hub.Witness.Accepted, hub.Witness.Quarantined);
        var problems = new List<string>();
        var taken = await TimeAsync(sample, input, problems, token);
        problems.AddRange(hub.Witness.Take());
        Result.Inputs++;
        if (before == (hub.Witness.Accepted, hub.Witness.Quarantined))
            Result.Nothing++;
        for (var again = 0; again < 2 && IsSlow(taken) && problems.Count == 0; again++)
            taken = await TimeAsync(sample, input, problems, token) is var next && next.Clock < taken.Clock ? next : taken;
        if (IsSlow(taken) && problems.Count == 0)
            problems.Add($"takes {taken.Clock.TotalMilliseconds:F0} ms each time, {taken.Work.TotalMilliseconds:F0} ms of work");
        Result.Slowest = taken.Clock > Result.Slowest ? taken.Clock : Result.Slowest;
        if (problems.Count == 0)
            return;
        var saved = Path.Combine(artifacts, seed.Replace(':', '-') + ".input");
        await File.WriteAllBytesAsync(saved, input, token);
        Result.Failures.Add($"HUB_FUZZ_SEED={seed} (spoilt from {sample.Name}, read as '{sample.Kind}', saved as {saved}): {string.Join("\n    ", problems.Distinct())}");
    }

    private static bool IsSlow((TimeSpan Clock, TimeSpan Work) taken) => taken.Clock > MostTime && (taken.Work > MostWork || taken.Clock > MostWait);

    private async Task<(TimeSpan Clock, TimeSpan Work)> TimeAsync(Sample sample, byte[] input, List<string> problems, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var work = Environment.CpuUsage.TotalTime;
        try
        {
            // On a thread of its own: what never comes back is left behind.
            await Task.Run(() => target.RunAsync(sample, input, hub, token), token).WaitAsync(Hang, token);
        }
        catch (TimeoutException)
        {
            problems.Add($"hangs: nothing came of it in {Hang.TotalSeconds} s");
        }
        catch (Exception thrown) when (!token.IsCancellationRequested)
        {
            problems.Add($"throws {thrown.GetType().FullName}: {thrown.Message} {string.Join(" < ", Places(thrown))}");
        }

        return (clock.Elapsed, Environment.CpuUsage.TotalTime - work);
    }

    private static IEnumerable<string> Places(Exception thrown) => new StackTrace(thrown, fNeedFileInfo: true).GetFrames()
        .Where(frame => frame.GetFileName() is not null).Take(6).Select(frame => $"{frame.GetMethod()?.DeclaringType?.Name}.{frame.GetMethod()?.Name}:{frame.GetFileLineNumber()}");
}
