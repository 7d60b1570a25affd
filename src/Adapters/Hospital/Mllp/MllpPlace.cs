using System.Net;

namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>The place of one connection. It is a stranger's until it proves itself: with its certificate where one is asked for, else with a message that was answered.</summary>
internal sealed class MllpPlace(IPAddress address, CancellationToken token) : IDisposable
{
    private readonly CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(token);
    private volatile bool isProven;
    private volatile bool isLost;

    /// <summary>Whose it is.</summary>
    public IPAddress Address => address;

    /// <summary>Cancelled when the place is lost, or the hub stops.</summary>
    public CancellationToken Ending => ending.Token;

    /// <summary>Whether it can no longer be lost to another.</summary>
    public bool IsProven => isProven;

    /// <summary>Whether another has it now.</summary>
    public bool IsLost => isLost;

    public void Prove() => isProven = true;

    /// <summary>Ends the connection.</summary>
    public async Task LoseAsync()
    {
        isLost = true;
        try
        {
            await ending.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself in the meantime.
        }
    }

    public void Dispose() => ending.Dispose();
}
