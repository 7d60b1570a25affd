using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;
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
                withheld.Add(Withheld(moment.Moment.Citizen, moment.Moment.Anchor.Source, decision, reason));
        }

        return (shown, withheld, shown.Count > 0 ? null : withheld.FirstOrDefault()?.Reason ?? "Nothing in it holds for this partner any more.");
    }

    /// <summary>
    /// The same for a signal that several people share. That a moment of somebody else is in it tells that they live together now, so the recipient needs a ground for a source that says so; otherwise it is withheld.
    /// </summary>
    /// <param name="shown">The moments that it may see, the first of whom the signal is about.</param>
    /// <param name="withheld">Those that it may not see.</param>
    /// <param name="recipient">Id of the partner.</param>
    /// <param name="life">The timeline of whom the signal is about.</param>
    /// <param name="now">The moment of disclosure.</param>
    public (IReadOnlyList<ShownMoment> Moments, IReadOnlyList<WithheldMoment> Withheld) OfHousehold(
        IReadOnlyList<ShownMoment> shown, IReadOnlyList<WithheldMoment> withheld, string recipient, Timeline life, DateTimeOffset now)
    {
        var (first, seen, unseen) = (shown[0], new List<ShownMoment>(), withheld.ToList());
        foreach (var one in shown)
        {
            var moment = one.Stored.Moment;
            if (moment.Citizen == first.Stored.Moment.Citizen)
            {
                seen.Add(one);
                continue;
            }

            var said = moments.DecideTogether(life, moment.Citizen, recipient, first.HelpsAlready && one.HelpsAlready, now);
            if (said.Any(source => source.Decision.IsAllowed))
                seen.Add(one with { Together = [.. said.Where(source => source.Decision.IsAllowed)] });
            else
                unseen.Add(said.Count == 0 ? new WithheldMoment(moment.Citizen, "No source says that they live together.") : Withheld(moment.Citizen, said[0].Source, said[0].Decision, null));
        }

        return (seen, unseen);
    }

    private static WithheldMoment Withheld(CitizenRef citizen, string source, GateDecision decision, string? reason) => new(citizen, reason ?? decision.Reason)
    {
        Source = source,
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
