using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>
/// What changes when timelines are evaluated: moments found and lost, signals with their recipients, and when to look again. No I/O: what it is given decides (new ids excepted).
/// </summary>
public sealed class DetectionDecision(RuleSet rules, Router router, LegalGate gate)
{
    /// <summary>What the store has to write, in the transaction in which it read the input.</summary>
    public DetectionOutcome Decide(DetectionInput input, DateTimeOffset now)
    {
        var detected = new List<StoredMoment>();
        var withdrawn = new List<Guid>();
        var signals = new List<NewSignal>();
        var rechecks = new Dictionary<CitizenRef, DateTimeOffset?>(input.Citizens.Count);
        var neighbourhood = new Neighbourhood(input.Facts);
        foreach (var citizen in input.Citizens)
        {
            var timeline = neighbourhood.Of(citizen);
            var finding = rules.Detect(timeline, now);
            rechecks[citizen] = finding.RecheckAt;
            var stored = input.Moments.GetValueOrDefault(citizen) ?? [];
            foreach (var moment in finding.Moments)
            {
                var known = stored.FirstOrDefault(one => one.Moment.Rule == moment.Rule && one.Moment.Anchor == moment.Anchor);
                if (known is { IsWithdrawn: false })
                {
                    AddRecipients(signals, known, timeline, now);
                    continue;
                }

                var standing = new StoredMoment(known?.Id ?? Guid.NewGuid(), moment, IsWithdrawn: false);
                detected.Add(standing);
                signals.Add(Signal(Guid.NewGuid(), standing, timeline, now));
            }

            withdrawn.AddRange(stored
                // A moment of a rule that is no longer configured is left as it is: nothing tells whether it lost its ground.
                .Where(one => !one.IsWithdrawn && rules.Find(one.Moment.Rule) is not null && !finding.Moments.Any(moment => moment.Rule == one.Moment.Rule && moment.Anchor == one.Moment.Anchor))
                .Select(one => one.Id));
        }

        return new DetectionOutcome(detected, withdrawn, signals, rechecks);
    }

    /// <summary>A fact that arrived later may say who serves her, or the configuration names a ground by now: a signal that nobody received goes to whom it can.</summary>
    private void AddRecipients(List<NewSignal> signals, StoredMoment known, Timeline timeline, DateTimeOffset now)
    {
        if (known.UnheardSignal is { } unheard && Signal(unheard, known, timeline, now) is { Deliveries.Count: > 0 } heard)
            signals.Add(heard with { Refusals = [] });
    }

    private NewSignal Signal(Guid id, StoredMoment stored, Timeline timeline, DateTimeOffset now)
    {
        var moment = stored.Moment;
        var deliveries = new List<NewDelivery>();
        var refusals = new List<SignalRefusal>();
        var roles = rules.Find(moment.Rule)!.Recipients;
        foreach (var recipient in router.Route(roles, timeline, now))
        {
            var decision = gate.Decide(moment.Anchor.Source, moment.AnchorContract, recipient.Partner.Id, recipient.Reason == Recipient.KnownCaseWorker, now);
            if (decision.IsAllowed)
                deliveries.Add(new NewDelivery(Guid.NewGuid(), recipient.Partner.Id, recipient.Partner.Destination, recipient.Worker, recipient.Reason));
            else
                refusals.Add(new SignalRefusal(recipient.Partner.Id, decision.Reason));
        }

        if (deliveries.Count == 0 && refusals.Count == 0)
            refusals.Add(new SignalRefusal("", Router.WhyNobody(roles, timeline, now)));
        return new NewSignal(id, stored.Id, deliveries, refusals);
    }
}
