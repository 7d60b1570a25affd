using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals.Bundling;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>Whether moments of two people may be in one signal now.</summary>
internal sealed class Sharing(Neighbourhood neighbourhood, Adulthood adulthood, DateTimeOffset now)
{
    private readonly Dictionary<CitizenRef, IReadOnlySet<CitizenRef>> mates = [];

    /// <summary>The first is of somebody who is evaluated: of her it is known with whom she lives.</summary>
    public bool May(SignalledMoment one, SignalledMoment other) => MomentBundling.MayShare(other.Citizen, one.Citizen, MatesOf(one.Citizen), adulthood.IsAdult);

    private IReadOnlySet<CitizenRef> MatesOf(CitizenRef citizen)
    {
        if (!mates.TryGetValue(citizen, out var known))
            mates[citizen] = known = neighbourhood.Of(citizen).LivesWith(now).ToHashSet();
        return known;
    }
}
