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
    private readonly SortedSet<string> grounds = new(StringComparer.Ordinal);
    private readonly SortedSet<string> disclosed = new(StringComparer.Ordinal);

    public Disclosing(SignalView view, IReadOnlyList<OpenedFact> facts)
    {
        (this.view, visible) = (view, view.Visible(facts));
        if (view.LeadDecision.IsAllowed)
            grounds.Add(view.LeadDecision.LegalBasis);
        foreach (var moment in view.Moments)
            grounds.Add(moment.Decision.LegalBasis);
    }

    public string LegalBasis => string.Join(", ", grounds);

    public Disclosure Result() => new(disclosed, LegalBasis, null)
    {
        About = view.Citizen,
        Others = [.. view.Moments.Select(moment => moment.Stored.Moment.Citizen).Distinct().Where(citizen => citizen != view.Citizen)],
    };

    /// <summary>A value of the fact that the first moment hangs on.</summary>
    public DateTimeOffset? Anchor(string field, DateTimeOffset value) => Of(view.LeadDecision, field, value);

    /// <summary>One of the moments.</summary>
    public SignalMoment Moment(ShownMoment shown)
    {
        var moment = shown.Stored.Moment;
        return new SignalMoment
        {
            Code = moment.Code,
            Title = shown.Rule.Title,
            OccurredAt = Of(shown.Decision, DisclosedFields.OccurredAt, moment.OccurredAt),
            KnownAt = Of(shown.Decision, DisclosedFields.KnownAt, moment.KnownAt),
            Sources = SourceOf(shown.Decision, moment.Anchor.Source) is { } source ? [source] : [],
            IsOfHouseholdMember = moment.Citizen != view.Citizen,
        };
    }

    /// <summary>The sources of all moments shown; of a withdrawal that of the moment that went.</summary>
    public IReadOnlyList<string> Sources() => view.Moments.Count == 0
        ? SourceOf(view.LeadDecision, view.Lead.Anchor.Source) is { } source ? [source] : []
        : [.. view.Moments.Select(moment => SourceOf(moment.Decision, moment.Stored.Moment.Anchor.Source)).OfType<string>().Distinct()];

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

    private DateTimeOffset? Of(GateDecision decision, string field, DateTimeOffset value)
    {
        if (!decision.Fields.Contains(field))
            return null;
        disclosed.Add(field);
        return value;
    }

    private string? SourceOf(GateDecision decision, string source)
    {
        if (!decision.Fields.Contains(DisclosedFields.Source))
            return null;
        disclosed.Add(DisclosedFields.Source);
        return source;
    }

    private string? First(string field, Func<VisibleFact, string?> read)
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
