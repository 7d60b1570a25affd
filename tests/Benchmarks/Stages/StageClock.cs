using System.Diagnostics;
using IntegrationHub.Benchmarks.Measuring;

namespace IntegrationHub.Benchmarks.Stages;

/// <summary>Adds up what stages cost, here and in PostgreSQL.</summary>
internal sealed class StageClock(int postgres)
{
    private readonly List<StageResult> results = [];

    public IReadOnlyList<StageResult> Results => results;

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
