using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Signals.Bundling;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Tests.Given;

/// <summary>What a hub keeps from one evaluation to the next, as its store does: facts, moments, which of them share a signal, and who may see what.</summary>
internal sealed class AKeptHub(DetectionDecision decision)
{
    private readonly List<Fact> journal = [];
    private readonly Dictionary<Guid, StoredMoment> moments = [];
    private readonly Dictionary<Guid, (DateTimeOffset IssuedAt, Guid First, HashSet<string> Has)> signals = [];

    public IEnumerable<StoredMoment> Standing => moments.Values.Where(moment => !moment.IsWithdrawn);

    public List<Fact> Journal => journal;

    public Timeline Of(CitizenRef citizen) => new Neighbourhood(ByCitizen()).Of(citizen);

    /// <summary>Facts become known and everyone whom they touch is evaluated.</summary>
    public DetectionOutcome Learn(DateTimeOffset now, params IEnumerable<Fact> facts)
    {
        var batch = facts.ToList();
        journal.AddRange(batch);
        var mates = Households.MatesIn(journal);
        var touched = batch.SelectMany(fact => fact.OtherCitizens().Append(fact.Citizen)).ToHashSet();
        for (var step = 0; step < 2; step++)
            touched.UnionWith(touched.SelectMany(citizen => mates.GetValueOrDefault(citizen) ?? (IEnumerable<CitizenRef>)[]).ToList());

        var stored = moments.Values.Select(moment => moment with { UnheardSignal = IsUnheard(moment, now) ? moment.SignalId : null }).ToLookup(moment => moment.Moment.Citizen);
        var hers = touched.Order().ToDictionary(citizen => citizen, citizen => (IReadOnlyList<StoredMoment>)[.. stored[citizen]]);
        var outcome = decision.Decide(new DetectionInput([.. hers.Keys], ByCitizen(), hers) { Signals = [.. OpenAmong(hers, now)] }, now);
        Keep(outcome, now);
        return outcome;
    }

    private Dictionary<CitizenRef, IReadOnlyList<Fact>> ByCitizen() => journal.GroupBy(fact => fact.Citizen).ToDictionary(group => group.Key, group => (IReadOnlyList<Fact>)[.. group]);

    private bool IsUnheard(StoredMoment moment, DateTimeOffset now) =>
        IsOpen(moment, now) && (moment.Chosen.Count == 0 || signals[moment.SignalId!.Value].Has.Count == 0);

    private bool IsOpen(StoredMoment moment, DateTimeOffset now) =>
        !moment.IsWithdrawn && moment.SignalId is { } signal && moments.Values.Any(one => !one.IsWithdrawn && one.SignalId == signal && one.Moment.ExpiresAt > now);

    private IEnumerable<OpenSignal> OpenAmong(Dictionary<CitizenRef, IReadOnlyList<StoredMoment>> hers, DateTimeOffset now) => hers.Values
        .SelectMany(some => some).Where(moment => IsOpen(moment, now)).Select(moment => moment.SignalId!.Value).Distinct()
        .Select(signal => new OpenSignal(signal, signals[signal].IssuedAt, [.. Standing
            .Where(moment => moment.SignalId == signal).OrderBy(moment => moment.Id != signals[signal].First).ThenBy(moment => moment.Id)
            .Select(moment => new SignalledMoment(moment.Id, moment.Moment.Citizen, moment.Moment.Code) { Chosen = moment.Chosen })]));

    private void Keep(DetectionOutcome outcome, DateTimeOffset now)
    {
        foreach (var moment in outcome.Detected)
            moments[moment.Id] = moment;
        foreach (var id in outcome.Withdrawn)
            moments[id] = moments[id] with { IsWithdrawn = true };
        foreach (var corrected in outcome.Corrected.Select(one => one.Moment))
            moments[corrected.Id] = moments[corrected.Id] with { Moment = corrected.Moment, Chosen = corrected.Chosen };
        foreach (var move in outcome.Moved)
            moments[move.Moment] = moments[move.Moment] with { SignalId = move.To };
        foreach (var signal in outcome.Signals)
        {
            if (!signal.Joins)
                signals.Add(signal.Id, (now, signal.MomentId, []));
            signals[signal.Id].Has.UnionWith(signal.Deliveries.Select(delivery => delivery.Recipient));
        }
    }
}
