using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>
/// Which moments of a signal a recipient may see: those that it was chosen for, whose rule is still configured and still names its role, and of which the gate allows every fact they rest on at this very moment.
/// </summary>
internal sealed class ShownMoments(RuleSet rules, LegalGate gate, IReadOnlyList<Partner> partners)
{
    private readonly MomentGate moments = new(gate);

    /// <summary>The moments, the first first, and those that are withheld; where there are none, why.</summary>
    public (IReadOnlyList<ShownMoment> Moments, IReadOnlyList<WithheldMoment> Withheld, string? Refusal) Of(DueDelivery delivery, DateTimeOffset now)
    {
        var shown = new List<ShownMoment>();
        var withheld = new List<WithheldMoment>();
        foreach (var moment in delivery.Seen)
        {
            var chosen = moment.Chosen.First(one => one.Partner == delivery.Recipient);
            var (rule, reason) = RuleFor(moment, delivery.Recipient);
            var decision = moments.Decide(moment.Moment, rule, delivery.Recipient, chosen.Reason == Recipient.KnownCaseWorker, now);
            if (rule is not null && decision.IsAllowed)
                shown.Add(new ShownMoment(moment, rule, chosen, decision));
            else
                withheld.Add(Withheld(moment.Moment, decision, reason));
        }

        return (shown, withheld, shown.Count > 0 ? null : withheld.FirstOrDefault()?.Reason ?? "Nothing in it holds for this partner any more.");
    }

    private static WithheldMoment Withheld(Moment moment, GateDecision decision, string? reason) => new(moment.Citizen, reason ?? decision.Reason)
    {
        Source = moment.Anchor.Source,
        Purpose = Purposes.WordsOf(decision.Grounds),
        Ground = string.Join(", ", decision.Grounds.Select(one => one.Ground)),
    };

    private (Rule? Rule, string? Refusal) RuleFor(StoredMoment moment, string recipient)
    {
        if (rules.Find(moment.Moment.Rule) is not { } rule)
            return (null, $"The rule {moment.Moment.Rule}, which found it, is no longer configured.");
        if (partners.FirstOrDefault(partner => partner.Id == recipient) is not { } partner)
            return (null, $"The partner {recipient} is no longer in partnerships.json.");
        return rule.Recipients.Contains(partner.Role) ? (rule, null) : (null, $"The rule {rule.Id} names no partner of the role {partner.Role.ToString().ToLowerInvariant()}.");
    }
}
