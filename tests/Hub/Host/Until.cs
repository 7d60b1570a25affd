namespace IntegrationHub.Host.Tests;

/// <summary>Waits on a condition.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(string what, Func<Task<bool>> condition, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Patience, $"Waited in vain until {what}.");
            await Task.Delay(20, token);
        }
    }
}
