using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Events;

namespace IntegrationHub.Storage.Detection;

/// <summary>What an evaluation tells those who follow the hub. A signal that goes to nobody was not issued: only its refusals are told.</summary>
internal static class DetectionEvents
{
    public static IEnumerable<HubEvent> Of(DetectionOutcome outcome, DetectionInput input, DateTimeOffset now)
    {
        var moments = input.Moments.Values.SelectMany(stored => stored).Concat(outcome.Detected).GroupBy(stored => stored.Id).ToDictionary(same => same.Key, same => same.Last().Moment);
        foreach (var stored in outcome.Detected)
            yield return Detected(stored, now);
        foreach (var id in outcome.Withdrawn)
            yield return new HubEvent(moments[id].Code, new ScharniermomentWithdrawn { Moment = id, Code = moments[id].Code, Citizen = moments[id].Citizen, WithdrawnAt = now });
        foreach (var signal in outcome.Signals)
        {
            var moment = moments[signal.MomentId];
            if (signal.Deliveries.Count > 0)
                yield return Issued(signal, moment, now);
            foreach (var refusal in signal.Refusals)
                yield return Refused(signal.Id, moment, refusal.Recipient, refusal.Reason, now);
        }
    }

    public static HubEvent Refused(Guid signal, Moment moment, string recipient, string reason, DateTimeOffset now) => new(
        moment.Code,
        new SignalRefused { Signal = signal, Code = moment.Code, Citizen = moment.Citizen, Recipient = recipient, Reason = reason, RefusedAt = now });

    private static HubEvent Detected(StoredMoment stored, DateTimeOffset now)
    {
        var moment = stored.Moment;
        return new HubEvent(moment.Code, new ScharniermomentDetected
        {
            Moment = stored.Id, Rule = moment.Rule, Code = moment.Code, Citizen = moment.Citizen, Anchor = moment.Anchor, OccurredAt = moment.OccurredAt, KnownAt = moment.KnownAt, DetectedAt = now,
        });
    }

    private static HubEvent Issued(NewSignal signal, Moment moment, DateTimeOffset now) => new(moment.Code, new SignalIssued
    {
        Signal = signal.Id, Moment = signal.MomentId, Code = moment.Code, Citizen = moment.Citizen, Recipients = [.. signal.Deliveries.Select(delivery => delivery.Recipient).Distinct()], IssuedAt = now,
    });
}
