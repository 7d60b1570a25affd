using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Bundling;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>Whether moments of two people may be in one signal now.</summary>
internal sealed class Sharing(Neighbourhood neighbourhood, Adulthood adulthood, LegalGate gate, DateTimeOffset now)
{
    private readonly MomentGate moments = new(gate);
    private readonly Dictionary<CitizenRef, Timeline> timelines = [];

    /// <summary>Whether they live together, both are known to be adults, and <see cref="MayTell"/>. The first is of somebody who is evaluated: of her it is known with whom she lives.</summary>
    public bool May(SignalledMoment one, SignalledMoment other) => one.Citizen == other.Citizen
        || (MomentBundling.MayShare(other.Citizen, one.Citizen, Of(one.Citizen).LivesWith(now).ToHashSet(), adulthood.IsAdult) && MayTell(one, other));

    /// <summary>
    /// Whether every partner who sees both may know that they live together, by the ground for a source that says so, and whether a case worker who is known to the partner reads both: a signal goes to one.
    /// </summary>
    /// <param name="one">The moment that comes along.</param>
    /// <param name="other">The moment that is there.</param>
    public bool MayTell(SignalledMoment one, SignalledMoment other) => one.Citizen == other.Citizen || one.Chosen.All(partner =>
        other.Chosen.FirstOrDefault(same => same.Partner == partner.Partner) is not { } same
        || ((partner.Worker is null || partner.Worker == same.Worker) && MayKnow(one.Citizen, other.Citizen, partner, same)));

    private bool MayKnow(CitizenRef one, CitizenRef other, ChosenPartner partner, ChosenPartner same)
    {
        var helpsBoth = partner.Reason == Recipient.KnownCaseWorker && same.Reason == Recipient.KnownCaseWorker;
        return moments.DecideTogether(Of(one), other, partner.Partner, helpsBoth, now).Any(source => source.Decision.IsAllowed);
    }

    private Timeline Of(CitizenRef citizen)
    {
        if (!timelines.TryGetValue(citizen, out var known))
            timelines[citizen] = known = neighbourhood.Of(citizen);
        return known;
    }
}
