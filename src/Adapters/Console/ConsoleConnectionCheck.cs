using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Console;

/// <summary>Whether the standard output still takes something; nothing is printed.</summary>
public sealed class ConsoleConnectionCheck : IConnectionCheck
{
    private readonly TextWriter output = System.Console.Out;

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CancellationToken token)
    {
        try
        {
            await output.FlushAsync(token);
            return new CheckResult(true, "The standard output is open.");
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return new CheckResult(false, "The standard output is closed. Start the hub where its output goes somewhere, or use another destination.");
        }
    }
}
