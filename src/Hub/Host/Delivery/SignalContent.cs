using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>
/// What a recipient may see of a signal. Of each moment the anchoring fact must be allowed; beyond that, each field comes only from a fact whose own source and contract are authorised to show that field to this recipient.
/// Who the signal is about is whom the first of those moments is about.
/// </summary>
internal sealed class SignalContent(RuleSet rules, RightSet rights, LegalGate gate, IReadOnlyList<Partner> partners)
{
    private readonly SignalRights signalRights = new(rules, rights, gate, partners);
    private readonly ShownMoments moments = new(rules, gate, partners);

    /// <summary>Why the recipient may not see the signal at all; null when it may. A withdrawal always goes to who has the signal, with no more than a ground still allows.</summary>
    public string? Refusal(DueDelivery delivery, DateTimeOffset now) => delivery.IsWithdrawal ? null : moments.Of(delivery, now).Refusal;

    /// <summary>Whether it waited until nothing that this recipient sees in it is of use any more, whatever others see. A withdrawal is always of use.</summary>
    public static bool IsExpired(DueDelivery delivery, DateTimeOffset now) =>
        !delivery.IsWithdrawal && (delivery.ExpiresAt <= now || (delivery.Seen.Any() && delivery.Seen.All(moment => moment.Moment.ExpiresAt <= now)));

    /// <summary>The signal as the recipient may see it, and what that discloses. Only facts of which it may see something are opened.</summary>
    public async Task<(SignalReady Signal, Disclosure Disclosure)> BuildAsync(DueDelivery delivery, IDeliveryStore store, DateTimeOffset now, CancellationToken token)
    {
        var view = View(delivery, now);
        var built = Build(view, await store.OpenFactsAsync(view.Citizen, view.MayOpen, token));
        return await signalRights.AddAsync(built, [.. view.Moments.Select(shown => (shown.Stored.Moment, shown.HelpsAlready))], store, now, token);
    }

    /// <summary>As <see cref="BuildAsync"/>, from facts that are open.</summary>
    public (SignalReady Signal, Disclosure Disclosure) Build(DueDelivery delivery, IReadOnlyList<OpenedFact> facts, DateTimeOffset now) => Build(View(delivery, now), facts);

    private SignalView View(DueDelivery delivery, DateTimeOffset now) => new(
        delivery, delivery.IsWithdrawal ? [] : moments.Of(delivery, now).Moments, rules.Find(delivery.Moment.Rule) is { IsAboutHerself: true }, gate, now);

    private (SignalReady Signal, Disclosure Disclosure) Build(SignalView view, IReadOnlyList<OpenedFact> facts)
    {
        var (delivery, shown) = (view.Delivery, view.Moments);
        var disclosing = new Disclosing(view, facts);
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
            ExpiresAt = shown.Count > 0 && shown.Max(moment => moment.Stored.Moment.ExpiresAt) is var expires && expires < DateTimeOffset.MaxValue.AddDays(-1) ? expires.ToUniversalTime() : null,
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
        return (signal with { LegalBasis = disclosing.LegalBasis }, disclosing.Result());
    }
}
