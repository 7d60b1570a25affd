using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>
/// Which moments of a signal a recipient may see: those that it was chosen for, whose rule is still configured and still names its role, and whose anchoring fact the gate allows at this very moment.
/// </summary>
internal sealed class ShownMoments(RuleSet rules, LegalGate gate, IReadOnlyList<Partner> partners)
{
    /// <summary>The moments, the first first; where there are none, why.</summary>
    public (IReadOnlyList<ShownMoment> Moments, string? Refusal) Of(DueDelivery delivery, DateTimeOffset now)
    {
        var shown = new List<ShownMoment>();
        string? refusal = null;
        foreach (var moment in delivery.Seen)
        {
            var chosen = moment.Chosen.First(one => one.Partner == delivery.Recipient);
            var (rule, reason) = RuleFor(moment, delivery.Recipient);
            var helpsWhomTheFactIsAbout = chosen.Reason == Recipient.KnownCaseWorker && rule is { IsAboutHerself: true };
            var decision = gate.Decide(moment.Moment.Anchor.Source, moment.Moment.AnchorContract, delivery.Recipient, helpsWhomTheFactIsAbout, now);
            if (rule is not null && decision.IsAllowed)
                shown.Add(new ShownMoment(moment, rule, chosen, decision));
            else
                refusal ??= reason ?? decision.Reason;
        }

        return (shown, shown.Count > 0 ? null : refusal ?? "Nothing in it holds for this partner any more.");
    }

    private (Rule? Rule, string? Refusal) RuleFor(StoredMoment moment, string recipient)
    {
        if (rules.Find(moment.Moment.Rule) is not { } rule)
            return (null, $"The rule {moment.Moment.Rule}, which found it, is no longer configured.");
        if (partners.FirstOrDefault(partner => partner.Id == recipient) is not { } partner)
            return (null, $"The partner {recipient} is no longer in partnerships.json.");
        return rule.Recipients.Contains(partner.Role) ? (rule, null) : (null, $"The rule {rule.Id} names no partner of the role {partner.Role.ToString().ToLowerInvariant()}.");
    }
}
