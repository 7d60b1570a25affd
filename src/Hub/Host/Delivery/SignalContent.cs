using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>
/// What a recipient may see of a signal. Of each moment every fact it rests on must be allowed; beyond that, each field comes only from a fact whose own source and contract are authorised to show that field to this recipient.
/// Who the signal is about is whom the first of those moments is about.
/// </summary>
internal sealed class SignalContent(RuleSet rules, RightSet rights, LegalGate gate, IReadOnlyList<Partner> partners)
{
    private readonly SignalRights signalRights = new(rules, rights, gate, partners);
    private readonly ShownMoments moments = new(rules, gate, partners);

    /// <summary>Why the recipient may not see the signal at all; null when it may. A withdrawal always goes to who has the signal, with no more than a ground still allows.</summary>
    public string? Refusal(DueDelivery delivery, DateTimeOffset now) => delivery.IsWithdrawal ? null : moments.Of(delivery, now).Refusal;

    /// <summary>The moments that it was chosen for and may not see now.</summary>
    public IReadOnlyList<WithheldMoment> Withheld(DueDelivery delivery, DateTimeOffset now) => delivery.IsWithdrawal ? [] : moments.Of(delivery, now).Withheld;

    /// <summary>Whether it waited until nothing that this recipient sees in it is of use any more, whatever others see. A withdrawal is always of use.</summary>
    public static bool IsExpired(DueDelivery delivery, DateTimeOffset now) =>
        !delivery.IsWithdrawal && (delivery.ExpiresAt <= now || (delivery.Seen.Any() && delivery.Seen.All(moment => moment.Moment.ExpiresAt <= now)));

    /// <summary>Its moments that do not hold by which source people live together: found by an earlier version of the hub or of the rule, they do once they are evaluated again.</summary>
    public IReadOnlyList<StoredMoment> LackingHousehold(DueDelivery delivery) =>
        delivery.IsWithdrawal ? [] : [.. delivery.Seen.Where(moment => MomentGate.LacksHousehold(moment.Moment, rules.Find(moment.Moment.Rule)))];

    /// <summary>Whether something in it is objected to by what the hub knows and detection has not heard yet: a signal must not go out past a refusal that was accepted before it.</summary>
    public static async Task<bool> WaitsForObjectionAsync(DueDelivery delivery, IDeliveryStore store, DateTimeOffset now, CancellationToken token)
    {
        if (delivery.IsWithdrawal || !await store.ObjectionsMayWaitAsync(now, token))
            return false;
        foreach (var hers in delivery.Seen.GroupBy(moment => moment.Moment.Citizen, moment => moment.Moment))
        {
            var near = await store.NearbyFactsAsync(hers.Key, token);
            var objections = new Neighbourhood(near.Facts).Of(near.Citizen).Objections;
            if (hers.Any(moment => objections.To(moment with { Citizen = near.Citizen }, now) is not null))
                return true;
        }

        return false;
    }

    /// <summary>The signal as the recipient may see it, and what that discloses. Only facts of which it may see something are opened.</summary>
    public async Task<(SignalReady Signal, Disclosure Disclosure)> BuildAsync(DueDelivery delivery, IDeliveryStore store, DateTimeOffset now, CancellationToken token)
    {
        var view = await ViewAsync(delivery, store, now, token);
        var account = new DisclosureAccount(view.Citizen);
        var signal = Build(view, await store.OpenFactsAsync(view.Citizen, view.MayOpen, token), account);
        var complete = await signalRights.AddAsync(signal, account, [.. view.Moments.Select(shown => (shown.Stored.Moment, shown.HelpsAlready))], store, now, token);
        return (complete, account.Result());
    }

    /// <summary>As <see cref="BuildAsync"/>, from facts that are open. Whether people live together is not among them: it shows the moments of one.</summary>
    public (SignalReady Signal, Disclosure Disclosure) Build(DueDelivery delivery, IReadOnlyList<OpenedFact> facts, DateTimeOffset now)
    {
        var (shown, withheld) = Seen(delivery, now);
        var view = View(delivery, shown.Where(one => one.Stored.Moment.Citizen == shown[0].Stored.Moment.Citizen), withheld, now);
        var account = new DisclosureAccount(view.Citizen);
        return (Build(view, facts, account), account.Result());
    }

    /// <summary>Only for a signal that people share is it looked up who lives with whom: what the hub knows now, heard by detection or not.</summary>
    private async Task<SignalView> ViewAsync(DueDelivery delivery, IDeliveryStore store, DateTimeOffset now, CancellationToken token)
    {
        var (shown, withheld) = Seen(delivery, now);
        if (shown.Any(one => one.Stored.Moment.Citizen != shown[0].Stored.Moment.Citizen))
        {
            var near = await store.NearbyFactsAsync(shown[0].Stored.Moment.Citizen, token);
            (shown, withheld) = moments.OfHousehold(shown, withheld, delivery.Recipient, new Neighbourhood(near.Facts).Of(near.Citizen), now);
        }

        return View(delivery, shown, withheld, now);
    }

    private (IReadOnlyList<ShownMoment> Shown, IReadOnlyList<WithheldMoment> Withheld) Seen(DueDelivery delivery, DateTimeOffset now)
    {
        var (shown, withheld, _) = delivery.IsWithdrawal ? ([], [], null) : moments.Of(delivery, now);
        return (shown, withheld);
    }

    private SignalView View(DueDelivery delivery, IEnumerable<ShownMoment> shown, IReadOnlyList<WithheldMoment> withheld, DateTimeOffset now) =>
        new(delivery, [.. shown], withheld, rules.Find(delivery.Moment.Rule), gate, now);

    private SignalReady Build(SignalView view, IReadOnlyList<OpenedFact> facts, DisclosureAccount account)
    {
        var (delivery, shown) = (view.Delivery, view.Moments);
        var disclosing = new Disclosing(view, facts, account);
        var rule = rules.Find(view.Lead.Rule);
        var signal = new SignalReady
        {
            DeliveryId = delivery.Id,
            SignalId = delivery.SignalId,
            Kind = SignalKinds.Of(delivery.Kind),
            MomentCode = view.Lead.Code,
            Title = rule?.Title ?? new Dictionary<string, string> { ["nl"] = view.Lead.Code, ["en"] = view.Lead.Code },
            Text = delivery.IsWithdrawal ? SignalTexts.Withdrawn : rule?.Text ?? throw new InvalidOperationException("A signal of a rule that is no longer configured is refused, not built."),
            DecidedAt = delivery.CreatedAt,
            Priority = shown.Count > 0 ? SignalKinds.Of(shown.Max(moment => moment.Rule.Priority)) : null,
            ExpiresAt = disclosing.ExpiresAt(),
            Moments = [.. shown.Select(disclosing.Moment)],
            Recipient = delivery.Recipient,
            Worker = view.Worker,
            Citizen = view.Citizen,
            OccurredAt = disclosing.Anchor(DisclosedFields.OccurredAt, view.Lead.OccurredAt),
            KnownAt = disclosing.Anchor(DisclosedFields.KnownAt, view.Lead.KnownAt),
            Sources = disclosing.Sources(),
            Insz = disclosing.Insz(),
            Person = disclosing.Person(),
            Municipality = disclosing.Municipality(),
            LegalBasis = "",
        };
        return signal with { LegalBasis = account.LegalBasis };
    }
}
