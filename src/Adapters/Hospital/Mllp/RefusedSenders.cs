using System.Net;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>Tells of connections that were refused: the first at once, then their number at most once a minute, however many there are.</summary>
internal sealed class RefusedSenders(string source, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private long count;
    private long? toldAt;

    public void Add(IPAddress? from, string reason)
    {
        lock (gate)
        {
            count++;
            if (toldAt is { } at && clock.GetElapsedTime(at) < Between)
                return;
            logger.LogWarning("{Source}: connections refused: {Count}, the last from {Address}: {Reason}", source, count, from, reason);
            (count, toldAt) = (0, clock.GetTimestamp());
        }
    }
}
