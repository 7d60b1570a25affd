using System.Net;
using IntegrationHub.Connections;

namespace IntegrationHub.Host.Doors;

/// <summary>Counts who was not let in, until somebody writes it down (<see cref="RefusalReporter"/>): a flood of requests is not to become a flood of lines.</summary>
internal sealed class Refusals
{
    /// <summary>Addresses remembered of one kind; more are only counted.</summary>
    private const int AddressesKept = 3;
    private readonly Lock gate = new();
    private Dictionary<(RefusalKind Kind, string? Caller), RefusalCount> counts = [];

    public void Count(RefusalKind kind, Caller? caller, IPAddress? from = null)
    {
        lock (gate)
        {
            var key = (kind, caller?.Id);
            if (!counts.TryGetValue(key, out var count))
                counts[key] = count = new RefusalCount(kind, caller?.Id);
            count.Requests++;
            if (from is not null && count.Addresses.Count < AddressesKept)
                count.Addresses.Add(CountedAddress.Of(from));
        }
    }

    /// <summary>What was counted since the last time.</summary>
    public IReadOnlyCollection<RefusalCount> Take()
    {
        lock (gate)
        {
            var taken = counts;
            counts = [];
            return taken.Values;
        }
    }
}
