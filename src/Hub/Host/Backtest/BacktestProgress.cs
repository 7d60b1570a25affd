using Spectre.Console;

namespace IntegrationHub.Host.Backtest;

/// <summary>How far a test is, on standard error and only on a terminal: what is written to a file stays clean.</summary>
internal static class BacktestProgress
{
    public static async Task<T> ShowAsync<T>(long citizens, Func<Action<long>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return await work(static _ => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("citizens", maxValue: Math.Max(1, citizens));
                return await work(tested => task.Value = tested);
            });
    }
}
