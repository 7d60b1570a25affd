using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>
/// What a recipient may see of a signal. The anchoring fact must be allowed; beyond that, each field comes only from a fact whose own source and contract are authorised to show that field to
/// this recipient.
/// </summary>
internal sealed class SignalContent(LegalGate gate)
{
    /// <summary>The signal as the recipient may see it and what that discloses; or why the recipient may not see it at all.</summary>
    public (SignalReady? Signal, Disclosure? Disclosure, string? Refusal) Build(DueDelivery delivery, IReadOnlyList<OpenedFact> facts, DateTimeOffset now)
    {
        var moment = delivery.Moment;
        var decision = gate.Decide(moment.Anchor.Source, moment.AnchorContract, delivery.Recipient, now);
        if (!decision.IsAllowed)
            return (null, null, decision.Reason);

        var disclosed = new SortedSet<string>(StringComparer.Ordinal);
        var visible = Visible(delivery, facts, now);
        var text = SignalTexts.Of(moment.Code);
        var signal = new SignalReady
        {
            DeliveryId = delivery.Id,
            SignalId = delivery.SignalId,
            Kind = delivery.IsWithdrawal ? SignalKind.Withdrawn : SignalKind.Issued,
            MomentCode = moment.Code,
            Title = text.Title,
            Text = delivery.IsWithdrawal ? SignalTexts.Withdrawn : text.Text,
            DecidedAt = delivery.CreatedAt,
            Recipient = delivery.Recipient,
            Worker = delivery.Worker,
            Citizen = moment.Citizen,
            OccurredAt = Anchor(DisclosedFields.OccurredAt, moment.OccurredAt),
            KnownAt = Anchor(DisclosedFields.KnownAt, moment.KnownAt),
            Sources = decision.Fields.Contains(DisclosedFields.Source) && disclosed.Add(DisclosedFields.Source) ? [moment.Anchor.Source] : [],
            Insz = First(DisclosedFields.Insz, fact => fact.Person?.Insz) is { } digits && Insz.TryParse(digits, out var insz) ? insz : null,
            Person = Person(First),
            Municipality = visible
                .Where(fact => fact.Fields.Contains(DisclosedFields.Municipality))
                .Select(fact => (fact.Fact as PersonChanged)?.Municipality)
                .FirstOrDefault(municipality => municipality is not null && disclosed.Add(DisclosedFields.Municipality)),
            RightsToExplore = delivery.IsWithdrawal ? [] : text.RightsToExplore,
            LegalBasis = decision.LegalBasis,
        };
        return (signal, new Disclosure(disclosed, decision.LegalBasis, null), null);

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
            FamilyName = first(DisclosedFields.Name, fact => fact.Person?.FamilyName),
            GivenNames = first(DisclosedFields.Name, fact => fact.Person?.GivenNames),
            Street = first(DisclosedFields.Address, fact => fact.Person?.Street),
            Locality = first(DisclosedFields.Address, fact => fact.Person?.Locality),
            Telephone = first(DisclosedFields.Contact, fact => fact.Person?.Telephone),
            Email = first(DisclosedFields.Contact, fact => fact.Person?.Email),
            Remark = first(DisclosedFields.Remark, fact => fact.Person?.Remark),
        };
        return person == new PersonDetails() ? null : person;
    }

    /// <summary>Facts of which this recipient may see something: the anchoring one first, then what a register says of the person, then the latest.</summary>
    private List<VisibleFact> Visible(DueDelivery delivery, IReadOnlyList<OpenedFact> facts, DateTimeOffset now)
    {
        var anchor = delivery.Moment.Anchor;
        return facts
            .Select(opened => new VisibleFact(
                opened.Fact,
                SealedPerson.Read(opened.Person),
                gate.Decide(opened.Fact.Source, FactContract.NameOf(opened.Fact.GetType()), delivery.Recipient, now).Fields))
            .Where(fact => fact.Fields.Count > 0)
            .OrderByDescending(fact => new FactIdentity(fact.Fact.Source, fact.Fact.RecordId, fact.Fact.FactKey) == anchor)
            .ThenByDescending(fact => fact.Fact is PersonChanged)
            .ThenByDescending(fact => fact.Fact.OccurredAt)
            .ToList();
    }

    private sealed record VisibleFact(Fact Fact, SealedPerson? Person, IReadOnlySet<string> Fields)
    {
        public override string ToString() => "VisibleFact(hidden)";
    }
}
