using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>Whom a moment goes to: those whom the router chooses among the roles that its rule names, as far as the legal gate allows it.</summary>
internal sealed class RecipientChoosing(RuleSet rules, Router router, LegalGate gate, DateTimeOffset now)
{
    private readonly MomentGate moments = new(gate);

    public RecipientChoice Choose(Moment moment, Timeline timeline)
    {
        var rule = rules.Find(moment.Rule);
        var roles = rule?.Recipients ?? [];
        var chosen = new List<ChosenPartner>();
        var refusals = new List<SignalRefusal>();
        DateTimeOffset? opensAt = null;
        foreach (var recipient in router.Route(roles, timeline, now))
        {
            var decision = moments.Decide(moment, rule, recipient.Partner.Id, recipient.Reason == Recipient.KnownCaseWorker, now);
            if (decision.IsAllowed)
            {
                chosen.Add(new ChosenPartner(recipient.Partner.Id, recipient.Partner.Destination, recipient.Worker, recipient.Reason));
            }
            else
            {
                refusals.Add(SignalRefusal.Of(recipient.Partner.Id, decision));
                opensAt = opensAt is null || decision.OpensAt < opensAt ? decision.OpensAt ?? opensAt : opensAt;
            }
        }

        if (chosen.Count == 0 && refusals.Count == 0)
            refusals.Add(new SignalRefusal("", Router.WhyNobody(roles, timeline, now)));
        return new RecipientChoice(chosen, refusals) { OpensAt = chosen.Count == 0 ? opensAt : null };
    }

    /// <summary>How soon its rule says to look.</summary>
    public Priority PriorityOf(Moment moment) => rules.Find(moment.Rule)?.Priority ?? Priority.Normal;
}
