using System.Diagnostics;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>Waits on a condition. Patience is for a machine that is busy with other things; what works is seen at once.</summary>
internal static class Until
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns when the condition holds, with how long that took.</summary>
    /// <param name="what">What is waited for, for who reads why it never came.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="token">Cancels.</param>
    /// <param name="otherwise">What else may tell why it never came.</param>
    public static async Task<TimeSpan> TrueAsync(string what, Func<Task<bool>> condition, CancellationToken token, Func<string>? otherwise = null)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(begin) > Patience)
                throw new TimeoutException($"Waited {Patience} in vain until {what}.\n{HubProcess.EndOf(otherwise?.Invoke() ?? "")}");
            await Task.Delay(LookAgain, token);
        }

        return Stopwatch.GetElapsedTime(begin);
    }

    public static Task<TimeSpan> TrueAsync(string what, Func<bool> condition, CancellationToken token, Func<string>? otherwise = null) =>
        TrueAsync(what, () => Task.FromResult(condition()), token, otherwise);
}
