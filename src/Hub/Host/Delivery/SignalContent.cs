using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>
/// What a recipient may see of a signal. The anchoring fact must be allowed; beyond that, each field comes only from a fact whose own source and contract are authorised to show that field to
/// this recipient.
/// </summary>
internal sealed class SignalContent(RuleSet rules, LegalGate gate)
{
    /// <summary>Why the recipient may not see the signal at all; null when it may. A withdrawal always goes to who has the signal, with no more than a ground still allows.</summary>
    public string? Refusal(DueDelivery delivery, DateTimeOffset now)
    {
        if (delivery.IsWithdrawal)
            return null;
        if (rules.Find(delivery.Moment.Rule) is null)
            return $"The rule {delivery.Moment.Rule}, which found it, is no longer configured.";
        var decision = Decide(delivery, delivery.Moment.Anchor.Source, delivery.Moment.AnchorContract, now);
        return decision.IsAllowed ? null : decision.Reason;
    }

    /// <summary>The signal as the recipient may see it, and what that discloses. Only facts of which it may see something are opened.</summary>
    public async Task<(SignalReady Signal, Disclosure Disclosure)> BuildAsync(DueDelivery delivery, IDeliveryStore store, DateTimeOffset now, CancellationToken token)
    {
        var facts = await store.OpenFactsAsync(delivery.Moment.Citizen, fact => Decide(delivery, fact.Source, FactContract.NameOf(fact.GetType()), now).Fields.Count > 0, token);
        return Build(delivery, facts, now);
    }

    /// <summary>As <see cref="BuildAsync"/>, from facts that are open.</summary>
    public (SignalReady Signal, Disclosure Disclosure) Build(DueDelivery delivery, IReadOnlyList<OpenedFact> facts, DateTimeOffset now)
    {
        var moment = delivery.Moment;
        var decision = Decide(delivery, moment.Anchor.Source, moment.AnchorContract, now);
        var grounds = new SortedSet<string>(StringComparer.Ordinal);
        if (decision.IsAllowed)
            grounds.Add(decision.LegalBasis);
        var disclosed = new SortedSet<string>(StringComparer.Ordinal);
        var visible = Visible(delivery, facts, now);
        var rule = rules.Find(moment.Rule);
        var signal = new SignalReady
        {
            DeliveryId = delivery.Id,
            SignalId = delivery.SignalId,
            Kind = delivery.IsWithdrawal ? SignalKind.Withdrawn : SignalKind.Issued,
            MomentCode = moment.Code,
            Title = rule?.Title ?? new Dictionary<string, string> { ["nl"] = moment.Code, ["en"] = moment.Code },
            Text = delivery.IsWithdrawal ? SignalTexts.Withdrawn : rule?.Text ?? throw new InvalidOperationException("A signal of a rule that is no longer configured is refused, not built."),
            DecidedAt = delivery.CreatedAt,
            Recipient = delivery.Recipient,
            Worker = delivery.Worker,
            Citizen = moment.Citizen,
            OccurredAt = Anchor(DisclosedFields.OccurredAt, moment.OccurredAt),
            KnownAt = Anchor(DisclosedFields.KnownAt, moment.KnownAt),
            Sources = decision.Fields.Contains(DisclosedFields.Source) && disclosed.Add(DisclosedFields.Source) ? [moment.Anchor.Source] : [],
            Insz = First(DisclosedFields.Insz, fact => fact.Person?.Insz) is { } digits && Insz.TryParse(digits, out var insz) ? insz : null,
            Person = Person(First),
            Municipality = First(DisclosedFields.Municipality, fact => (fact.Fact as PersonChanged)?.Municipality?.Value) is { } nis ? NisCode.Parse(nis) : null,
            RightsToExplore = delivery.IsWithdrawal ? [] : rule?.Rights ?? [],
            LegalBasis = "",
        };
        var ground = string.Join(", ", grounds);
        return (signal with { LegalBasis = ground }, new Disclosure(disclosed, ground, null));

        DateTimeOffset? Anchor(string field, DateTimeOffset value)
        {
            if (!decision.Fields.Contains(field))
                return null;
            disclosed.Add(field);
            return value;
        }

        string? First(string field, Func<VisibleFact, string?> read)
        {
            foreach (var fact in visible)
            {
                if (fact.Fields.Contains(field) && read(fact) is { Length: > 0 } value)
                {
                    disclosed.Add(field);
                    grounds.Add(fact.LegalBasis);
                    return value;
                }
            }

            return null;
        }
    }

    private static PersonDetails? Person(Func<string, Func<VisibleFact, string?>, string?> first)
    {
        var person = new PersonDetails
        {
            FamilyName = first(DisclosedFields.Name, fact => fact.Person?.Details?.FamilyName),
            GivenNames = first(DisclosedFields.Name, fact => fact.Person?.Details?.GivenNames),
            Street = first(DisclosedFields.Address, fact => fact.Person?.Details?.Street),
            Locality = first(DisclosedFields.Address, fact => fact.Person?.Details?.Locality),
            Telephone = first(DisclosedFields.Contact, fact => fact.Person?.Details?.Telephone),
            Email = first(DisclosedFields.Contact, fact => fact.Person?.Details?.Email),
            Remark = first(DisclosedFields.Remark, fact => fact.Person?.Details?.Remark),
        };
        return person.Equals(new PersonDetails()) ? null : person;
    }

    private GateDecision Decide(DueDelivery delivery, string source, string contract, DateTimeOffset now) =>
        gate.Decide(source, contract, delivery.Recipient, delivery.Reason == Recipient.KnownCaseWorker, now);

    /// <summary>Facts of which this recipient may see something: the anchoring one first, then what a register says of the person, then what the hub learnt last.</summary>
    private List<VisibleFact> Visible(DueDelivery delivery, IReadOnlyList<OpenedFact> facts, DateTimeOffset now)
    {
        var anchor = delivery.Moment.Anchor;
        return facts
            .Select(opened => (opened.Fact, opened.Person, Decision: Decide(delivery, opened.Fact.Source, FactContract.NameOf(opened.Fact.GetType()), now)))
            .Where(fact => fact.Decision.Fields.Count > 0)
            .Select(fact => new VisibleFact(fact.Fact, SealedPerson.Read(fact.Person), fact.Decision.Fields, fact.Decision.LegalBasis))
            .OrderByDescending(fact => new FactIdentity(fact.Fact.Source, fact.Fact.RecordId, fact.Fact.FactKey).Equals(anchor))
            .ThenByDescending(fact => fact.Fact is PersonChanged)
            .ThenByDescending(fact => fact.Fact.KnownAt)
            .ToList();
    }

    private sealed record VisibleFact(Fact Fact, SealedPerson? Person, IReadOnlySet<string> Fields, string LegalBasis)
    {
        public override string ToString() => "VisibleFact(hidden)";
    }
}
