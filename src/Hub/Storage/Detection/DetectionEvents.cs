using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Events;

namespace IntegrationHub.Storage.Detection;

/// <summary>What an evaluation tells those who follow the hub. A signal that goes to nobody was not issued: only its refusals are told.</summary>
internal static class DetectionEvents
{
    public static IEnumerable<HubEvent> Of(DetectionOutcome outcome, DetectionInput input, IReadOnlyList<ChangedSignal> changed, DateTimeOffset now)
    {
        var moments = input.Moments.Values.SelectMany(stored => stored).Concat(outcome.Detected).GroupBy(stored => stored.Id).ToDictionary(same => same.Key, same => same.Last().Moment);
        foreach (var stored in outcome.Detected)
            yield return Detected(stored, now);
        foreach (var id in outcome.Withdrawn)
            yield return new HubEvent(moments[id].Code, new ScharniermomentWithdrawn { Moment = id, Code = moments[id].Code, Citizen = moments[id].Citizen, WithdrawnAt = now });
        // One that is told for the first time, however long it is there, is issued now, to all whom it is told to.
        var first = changed.Where(signal => signal is { IsFirst: true, Told.Count: > 0 }).ToDictionary(signal => signal.Id);
        var issued = new HashSet<Guid>();
        foreach (var signal in outcome.Signals)
        {
            var moment = moments[signal.MomentId];
            if (signal.Deliveries.Count > 0 && (!signal.Joins || first.ContainsKey(signal.Id)) && issued.Add(signal.Id))
                yield return Issued(signal, moment, first.GetValueOrDefault(signal.Id)?.Told.Select(told => told.Partner) ?? signal.Deliveries.Select(delivery => delivery.Recipient), now);
            foreach (var refusal in signal.Refusals)
                yield return Refused(signal.Id, moment, refusal.Recipient, refusal.Reason, now);
        }

        // One that was begun in this very evaluation was told as it is.
        foreach (var signal in changed.Where(signal => !first.ContainsKey(signal.Id) && (!issued.Contains(signal.Id) || signal.Told.Count > 0)))
            yield return Changed(signal, now);
    }

    public static HubEvent Refused(Guid signal, Moment moment, string recipient, string reason, DateTimeOffset now) => new(
        moment.Code,
        new SignalRefused { Signal = signal, Code = moment.Code, Citizen = moment.Citizen, Recipient = recipient, Reason = reason, RefusedAt = now });

    private static HubEvent Detected(StoredMoment stored, DateTimeOffset now)
    {
        var moment = stored.Moment;
        return new HubEvent(moment.Code, new ScharniermomentDetected
        {
            Moment = stored.Id,
            Rule = moment.Rule,
            Code = moment.Code,
            Citizen = moment.Citizen,
            Anchor = moment.Anchor,
            OccurredAt = moment.OccurredAt,
            KnownAt = moment.KnownAt,
            Outcome = MomentOutcomes.WordOf(stored.Outcome),
            DetectedAt = now,
        });
    }

    private static HubEvent Issued(NewSignal signal, Moment moment, IEnumerable<string> recipients, DateTimeOffset now) => new(moment.Code, new SignalIssued
    {
        Signal = signal.Id,
        Moment = signal.MomentId,
        Code = moment.Code,
        Citizen = moment.Citizen,
        Recipients = [.. recipients.Distinct()],
        Priority = signal.Priority.ToString().ToLowerInvariant(),
        ExpiresAt = signal.ExpiresAt,
        IssuedAt = now,
    });

    private static HubEvent Changed(ChangedSignal signal, DateTimeOffset now) => signal.Standing.Count == 0
        ? new HubEvent(signal.Code, new SignalWithdrawn { Signal = signal.Id, Code = signal.Code, Citizen = signal.Citizen, WithdrawnAt = now })
        : new HubEvent(signal.Code, new SignalUpdated
        {
            Signal = signal.Id, Code = signal.Code, Citizen = signal.Citizen, Moments = signal.Standing, Recipients = [.. signal.Told.Select(told => told.Partner)], UpdatedAt = now,
        });
}
