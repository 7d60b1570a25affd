using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>
/// The rights of a signal as one recipient may see them. They are worked out from the facts that this recipient may see and from no other, so neither a right that is listed nor one that is not tells
/// anything that is hidden. What the rules tell other roles alone (a stay in psychiatry, not to the OCMW) is hidden too, whatever ground there is for its contract. A right that runs already by a hidden
/// fact is therefore listed: to explore it is to ask the citizen.
/// </summary>
internal sealed class SignalRights(RuleSet rules, RightSet rights, LegalGate gate, IReadOnlyList<Partner> partners)
{
    /// <summary>The signal with the rights that may apply.</summary>
    /// <param name="signal">The signal without them.</param>
    /// <param name="account">What it discloses.</param>
    /// <param name="moments">The moments in it that the recipient may see, each with whether its open file for that citizen counts as a ground; none of a withdrawal.</param>
    /// <param name="store">Where the facts are.</param>
    /// <param name="now">The moment of disclosure.</param>
    /// <param name="token">Cancels.</param>
    public async Task<SignalReady> AddAsync(
        SignalReady signal, DisclosureAccount account, IReadOnlyList<(Moment Moment, bool HelpsAlready)> moments, IDeliveryStore store, DateTimeOffset now, CancellationToken token)
    {
        var near = new Dictionary<CitizenRef, NearbyFacts>();
        foreach (var citizen in moments.Where(one => Named(one.Moment).Any(id => rights.Find(id) is not null)).Select(one => one.Moment.Citizen).Distinct())
            near[citizen] = await store.NearbyFactsAsync(citizen, token);
        return Add(signal, account, moments, near, now);
    }

    /// <summary>As <see cref="AddAsync"/>, from facts that are there.</summary>
    public SignalReady Add(
        SignalReady signal, DisclosureAccount account, IReadOnlyList<(Moment Moment, bool HelpsAlready)> moments, IReadOnlyDictionary<CitizenRef, NearbyFacts> near, DateTimeOffset now)
    {
        var helped = moments.Where(one => one.HelpsAlready).Select(one => near.GetValueOrDefault(one.Moment.Citizen)?.Citizen ?? one.Moment.Citizen).ToHashSet();
        var lives = near.ToDictionary(one => one.Key, one => LifeOf(one.Value));
        var found = rights.Explore([.. moments.Where(one => near.ContainsKey(one.Moment.Citizen)).Select(one => new NamedRights(one.Moment, Named(one.Moment)))], one => lives[one.Moment.Citizen].At(one.Moment.OccurredAt), now);
        var shown = found.Select(Show).ToList();
        foreach (var moment in shown.Count > 0 ? moments : [])
            account.Show(signal.Citizen, DisclosureAccount.Rights, moment.Moment.Anchor.Source, []);
        return signal with { Rights = shown, RightsToExplore = [.. shown.Select(right => right.Id)], LegalBasis = account.LegalBasis };

        SignalRight Show(RightToExplore right)
        {
            var isOfHer = Resolved(right.Fact?.Citizen ?? right.Moment.Citizen) == Resolved(signal.Citizen);
            var decision = right.Fact is { } fact ? DecideFact(fact) : right.IsSaidByMoment ? DecideMoment(right.Moment) : null;
            if (decision is null || !decision.Fields.Contains(DisclosedFields.OccurredAt))
                return RightOf(right, null);
            var (about, source) = (isOfHer ? signal.Citizen : Resolved(right.Fact?.Citizen ?? right.Moment.Citizen), right.Fact?.Source ?? right.Moment.Anchor.Source);
            var showsSource = decision.Fields.Contains(DisclosedFields.Source);
            account.Show(about, DisclosureAccount.Moment, source, decision.Grounds);
            account.Show(about, DisclosedFields.OccurredAt, source, []);
            if (showsSource)
                account.Show(about, DisclosedFields.Source, source, []);
            return RightOf(right, new SignalRightReason
            {
                Text = right.Fact is null ? FactWords.Of(rules.Find(right.Moment.Rule)!.Title, !isOfHer) : FactWords.Of(right.Fact, !isOfHer, code => rights.Find(code)?.Name),
                OccurredAt = right.Fact?.OccurredAt ?? right.Moment.OccurredAt,
                Source = showsSource ? source : null,
            });
        }

        CitizenRef Resolved(CitizenRef citizen) => near.GetValueOrDefault(citizen)?.Citizen ?? citizen;

        // What is disputed speaks for no right until its source answered.
        VisibleLife LifeOf(NearbyFacts one)
        {
            var objections = new Neighbourhood(one.Facts).Of(one.Citizen).Objections;
            return new VisibleLife(one.Citizen, one.Facts, objections.IsEmpty ? MaySee : fact => MaySee(fact) && !objections.Disputes(fact, now), now);
        }

        bool MaySee(Fact fact) => DecideFact(fact).IsAllowed && !(IsEvent(fact) && IsKeptFrom(signal.Recipient, fact));

        // That a partner helps her is no ground to see what is known of those she lives with.
        GateDecision DecideFact(Fact fact) => gate.Decide(fact.Source, FactContract.NameOf(fact.GetType()), signal.Recipient, helped.Contains(fact.Citizen), now);

        GateDecision DecideMoment(Moment moment) => new MomentGate(gate).Decide(moment, rules.Find(moment.Rule), signal.Recipient, helped.Contains(Resolved(moment.Citizen)), now);
    }

    private bool IsKeptFrom(string recipient, Fact fact) => partners.FirstOrDefault(partner => partner.Id == recipient) is not { } partner || rules.IsKeptFrom(partner.Role, fact);

    /// <summary>Who somebody is and with whom she lives is no event: one fact says many things, of which a rule tells one. Whether it is seen is for its ground alone.</summary>
    private static bool IsEvent(Fact fact) => fact is not (PersonChanged or HouseholdChanged);

    private IReadOnlyList<string> Named(Moment moment) => rules.Find(moment.Rule)?.Rights ?? [];

    private static SignalRight RightOf(RightToExplore found, SignalRightReason? why) => new()
    {
        Id = found.Right.Id,
        Name = found.Right.Name,
        Authority = found.Right.Authority,
        Grant = Enum.Parse<SignalRightGrant>(found.Right.Grant.ToString()),
        Follows = found.Follows,
        Steps = found.Right.Steps,
        Link = found.Right.Link.AbsoluteUri,
        Why = why,
    };
}
