using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Storage.Tests.Given;

/// <summary>Detection as the host does it, with the real rules and one recipient for each moment.</summary>
public static class Outcomes
{
    private static readonly RuleSet Rules = new(DefaultRules.All, []);

    public static DetectionOutcome Detect(DetectionInput input, DateTimeOffset now) => Detect(input, now, ["ocmw-gent"]);

    public static DetectionOutcome Detect(DetectionInput input, DateTimeOffset now, string[] recipients, string[]? refused = null)
    {
        var detected = new List<StoredMoment>();
        var withdrawn = new List<Guid>();
        var signals = new List<NewSignal>();
        var rechecks = new Dictionary<CitizenRef, DateTimeOffset?>();
        foreach (var citizen in input.Citizens)
        {
            var finding = Rules.Detect(Timeline.Of(citizen, input.Facts[citizen]), now);
            rechecks[citizen] = finding.RecheckAt;
            var known = input.Moments[citizen];
            withdrawn.AddRange(known.Where(one => !one.IsWithdrawn && !finding.Moments.Any(found => Same(found, one.Moment))).Select(one => one.Id));
            foreach (var found in finding.Moments)
            {
                var stored = known.FirstOrDefault(one => Same(found, one.Moment));
                if (stored is { IsWithdrawn: false })
                    continue;
                var id = stored?.Id ?? Guid.NewGuid();
                var chosen = recipients.Select(recipient => new ChosenPartner(recipient, "inbox-" + recipient, "W7", "municipality")).ToList();
                var signal = Guid.NewGuid();
                detected.Add(new StoredMoment(id, found, false) { SignalId = signal, Chosen = chosen });
                signals.Add(new NewSignal(
                    signal,
                    id,
                    [.. chosen.Select(NewDelivery.To)],
                    [.. (refused ?? []).Select(recipient => new SignalRefusal(recipient, "No authorisation."))]));
            }
        }

        return new DetectionOutcome(detected, withdrawn, signals, rechecks);
    }

    private static bool Same(Moment left, Moment right) => (left.Rule, left.Citizen, left.Anchor) == (right.Rule, right.Citizen, right.Anchor);
}
