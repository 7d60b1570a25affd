namespace IntegrationHub.Tests.Servers;

internal static class Waiting
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Returns when the condition holds; throws with the end of the log when the process dies first, or patience ends.</summary>
    public static async Task UntilAsync(Func<CancellationToken, Task<bool>> condition, ServerProcess process, string logFile, CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(Patience);
        try
        {
            while (!await condition(limit.Token))
            {
                if (process.HasExited)
                    throw new ServerFailedException($"The server exited before it served.{End(logFile)}");
                await Task.Delay(50, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new ServerFailedException($"The server did not serve within {Patience}.{End(logFile)}");
        }
    }

    static string End(string logFile) => File.Exists(logFile)
        ? $" Its log ends:\n{string.Join('\n', File.ReadLines(logFile).TakeLast(30))}"
        : "";
}
