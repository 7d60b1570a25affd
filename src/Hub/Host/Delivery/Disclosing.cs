using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>Takes out of the facts what a recipient may see, and keeps account of which fields that discloses on what grounds.</summary>
internal sealed class Disclosing
{
    private readonly SignalView view;
    private readonly IReadOnlyList<VisibleFact> visible;
    private readonly DisclosureAccount account;

    public Disclosing(SignalView view, IReadOnlyList<OpenedFact> facts, DisclosureAccount account)
    {
        (this.view, this.account, visible) = (view, account, view.Visible(facts));
        if (view.Moments.Count == 0 && view.LeadDecision.IsAllowed)
            account.Show(view.Citizen, DisclosureAccount.Moment, view.Lead.Anchor.Source, view.LeadDecision.Grounds);
        foreach (var shown in view.Moments)
        {
            account.Show(shown.Stored.Moment.Citizen, DisclosureAccount.Moment, shown.Stored.Moment.Anchor.Source, shown.Decision.Grounds);
            foreach (var source in SourcesOfHousehold(shown))
                account.Show(shown.Stored.Moment.Citizen, DisclosureAccount.Household, source, []);
            foreach (var (source, decision) in shown.Together)
                account.Show(shown.Stored.Moment.Citizen, DisclosureAccount.Household, source, decision.Grounds);
        }

        account.Withhold(view.Withheld);
    }

    /// <summary>A value of the fact that the first moment hangs on.</summary>
    public DateTimeOffset? Anchor(string field, DateTimeOffset value) => Of(view.Citizen, view.Lead.Anchor.Source, view.LeadDecision, field, value);

    /// <summary>One of the moments.</summary>
    public SignalMoment Moment(ShownMoment shown)
    {
        var moment = shown.Stored.Moment;
        return new SignalMoment
        {
            Code = moment.Code,
            Title = shown.Rule.Title,
            OccurredAt = Of(moment.Citizen, moment.Anchor.Source, shown.Decision, DisclosedFields.OccurredAt, moment.OccurredAt),
            KnownAt = Of(moment.Citizen, moment.Anchor.Source, shown.Decision, DisclosedFields.KnownAt, moment.KnownAt),
            Sources = SourceOf(moment.Citizen, shown.Decision, moment.Anchor.Source) is { } source ? [source] : [],
            IsOfHouseholdMember = moment.Citizen != view.Citizen,
        };
    }

    /// <summary>
    /// After when all that is shown is of no use; null where the ground of one of the moments does not name when it happened: the rules are public, so who knows how long a signal lasts knows from when.
    /// </summary>
    public DateTimeOffset? ExpiresAt() => view.Moments.Count > 0
        && view.Moments.All(shown => shown.Decision.Fields.Contains(DisclosedFields.OccurredAt))
        && view.Moments.Max(shown => shown.Stored.Moment.ExpiresAt) is var expires && expires < DateTimeOffset.MaxValue.AddDays(-1)
            ? expires.ToUniversalTime()
            : null;

    /// <summary>The sources of all moments shown; of a withdrawal that of the moment that went.</summary>
    public IReadOnlyList<string> Sources() => view.Moments.Count == 0
        ? SourceOf(view.Citizen, view.LeadDecision, view.Lead.Anchor.Source) is { } source ? [source] : []
        : [.. view.Moments.Select(shown => SourceOf(shown.Stored.Moment.Citizen, shown.Decision, shown.Stored.Moment.Anchor.Source)).OfType<string>().Distinct()];

    public Insz? Insz() => First(DisclosedFields.Insz, fact => fact.Person?.Insz) is { } digits && Contracts.Insz.TryParse(digits, out var insz) ? insz : null;

    public NisCode? Municipality() => First(DisclosedFields.Municipality, fact => (fact.Fact as PersonChanged)?.Municipality?.Value) is { } nis ? NisCode.Parse(nis) : null;

    public PersonDetails? Person()
    {
        var person = new PersonDetails
        {
            FamilyName = First(DisclosedFields.Name, fact => fact.Person?.Details?.FamilyName),
            GivenNames = First(DisclosedFields.Name, fact => fact.Person?.Details?.GivenNames),
            Street = First(DisclosedFields.Address, fact => fact.Person?.Details?.Street),
            Locality = First(DisclosedFields.Address, fact => fact.Person?.Details?.Locality),
            Telephone = First(DisclosedFields.Contact, fact => fact.Person?.Details?.Telephone),
            Email = First(DisclosedFields.Contact, fact => fact.Person?.Details?.Email),
            Remark = First(DisclosedFields.Remark, fact => fact.Person?.Details?.Remark),
        };
        return person.Equals(new PersonDetails()) ? null : person;
    }

    /// <summary>Of what says who lives with her: from which sources the recipient may know it. The grounds are among those of the moment.</summary>
    private IEnumerable<string> SourcesOfHousehold(ShownMoment shown) => shown.Stored.Moment.Grounds
        .Where(one => one.OneOf is not null && shown.Decision.Grounds.Any(ground => ground.Names(one.Fact.Source, one.Contract, view.Delivery.Recipient))).Select(one => one.Fact.Source);

    private DateTimeOffset? Of(CitizenRef citizen, string source, GateDecision decision, string field, DateTimeOffset value)
    {
        if (!decision.Fields.Contains(field))
            return null;
        account.Show(citizen, field, source, decision.Grounds.Where(ground => ground.Fields.Contains(field)));
        return value;
    }

    private string? SourceOf(CitizenRef citizen, GateDecision decision, string source)
    {
        if (!decision.Fields.Contains(DisclosedFields.Source))
            return null;
        account.Show(citizen, DisclosedFields.Source, source, decision.Grounds.Where(ground => ground.Fields.Contains(DisclosedFields.Source)));
        return source;
    }

    private string? First(string field, Func<VisibleFact, string?> read)
    {
        foreach (var fact in visible)
        {
            if (fact.Fields.Contains(field) && read(fact) is { Length: > 0 } value)
            {
                account.Show(view.Citizen, field, fact.Fact.Source, fact.Grounds.Where(ground => ground.Fields.Contains(field)));
                return value;
            }
        }

        return null;
    }
}
