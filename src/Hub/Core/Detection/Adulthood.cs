using IntegrationHub.Contracts;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>Who is known to be 18 or older. Whoever's age is not known is not.</summary>
internal sealed class Adulthood(Neighbourhood neighbourhood, DateTimeOffset now)
{
    private const int Adult = 18;
    private readonly Dictionary<CitizenRef, bool> known = [];

    public bool IsAdult(CitizenRef citizen)
    {
        if (!known.TryGetValue(citizen, out var isAdult))
            known[citizen] = isAdult = neighbourhood.Of(citizen).AgeAt(now) >= Adult;
        return isAdult;
    }
}
