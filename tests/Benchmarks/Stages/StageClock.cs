using System.Diagnostics;
using IntegrationHub.Benchmarks.Measuring;

namespace IntegrationHub.Benchmarks.Stages;

/// <summary>Adds up what stages cost, here and in PostgreSQL.</summary>
internal sealed class StageClock(int postgres)
{
    private const int Times = 3;
    private readonly List<StageResult> results = [];

    public IReadOnlyList<StageResult> Results => results;

    /// <summary>Work in memory, several times: what it cost once, the first time among them.</summary>
    public void Repeat(string stage, Action work)
    {
        var (clock, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var i = 0; i < Times; i++)
            work();
        results.Add(new StageResult(stage, Stopwatch.GetElapsedTime(clock).TotalSeconds / Times, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds / Times, 0));
    }

    public async Task<T> MeasureAsync<T>(string stage, Func<Task<T>> work)
    {
        var before = (Cpu: Environment.CpuUsage.TotalTime, Postgres: ProcessFile.CpuOfTree(postgres), Clock: Stopwatch.GetTimestamp());
        var result = await work();
        var seconds = Stopwatch.GetElapsedTime(before.Clock).TotalSeconds;
        var cpu = (Environment.CpuUsage.TotalTime - before.Cpu).TotalSeconds;
        var theirs = ProcessFile.CpuOfTree(postgres) - before.Postgres;
        var known = results.FindIndex(one => one.Stage == stage);
        if (known < 0)
            results.Add(new StageResult(stage, seconds, cpu, theirs));
        else
            results[known] = new StageResult(stage, results[known].Seconds + seconds, results[known].CpuSeconds + cpu, results[known].PostgresSeconds + theirs);
        return result;
    }
}
