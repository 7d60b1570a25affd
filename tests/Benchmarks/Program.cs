using IntegrationHub.Benchmarks;
using IntegrationHub.Benchmarks.Backtest;
using IntegrationHub.Benchmarks.Mapped;
using IntegrationHub.Benchmarks.Rivals;
using IntegrationHub.Benchmarks.Stages;

// A rival and the stages each run in a process of their own, which is this program again.
switch (args)
{
    case ["rival", var name, var uri, var records]:
        Console.WriteLine(await Rival.RunAsync(name, new Uri(uri), int.Parse(records)));
        return 0;
    case ["stages", var folder, var postgres]:
        Console.WriteLine(await StageRun.RunAsync(folder, int.Parse(postgres)));
        return 0;
    case ["mapped", var records, var rounds]:
        Console.WriteLine(await MappedRun.RunAsync(int.Parse(records), int.Parse(rounds), CancellationToken.None));
        return 0;
    case ["detection", var folder]:
        Console.WriteLine(await DetectionCost.RunAsync(folder));
        return 0;
}

if (BenchmarkOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(BenchmarkOptions.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
await new Comparison(options).RunAsync(stop.Token);
return 0;
