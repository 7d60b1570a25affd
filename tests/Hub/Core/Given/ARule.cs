using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Rules.Explaining;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Tests.Given;

/// <summary>Short ways to say a rule and what it makes of facts.</summary>
internal static class ARule
{
    public static readonly Partner Ocmw = new("ocmw-gent", PartnerRole.Ocmw, new HashSet<NisCode> { NisCode.Parse("44021") }, new HashSet<string>(), "inbox");

    public static Rule When(string contract, params FieldTest[] where) => When(new Trigger { Contract = contract, Where = where });

    public static Rule When(Trigger when) => new()
    {
        Id = "rule", Moment = "moment", Title = new Dictionary<string, string>(), Text = new Dictionary<string, string>(), Recipients = [PartnerRole.Ocmw], When = when,
    };

    public static Finding Detect(this Rule rule, params Fact[] facts) => rule.DetectAt(Facts.Now, facts);

    public static Finding DetectAt(this Rule rule, DateTimeOffset now, params Fact[] facts) => new RuleSet([rule], [Ocmw]).Detect(TimelineOf(facts), now);

    /// <summary>The records on whose facts the rule fires.</summary>
    public static string[] Fires(this Rule rule, params Fact[] facts) => [.. rule.Detect(facts).Moments.Select(moment => moment.Anchor.RecordId)];

    public static RuleExplanation Explain(this Rule rule, params Fact[] facts) => new RuleSet([rule], [Ocmw]).Explain(TimelineOf(facts), Facts.Now).ShouldHaveSingleItem();

    /// <summary>Ann's timeline among facts of several people.</summary>
    public static Timeline TimelineOf(params Fact[] facts) =>
        new Neighbourhood(facts.GroupBy(fact => fact.Citizen).ToDictionary(group => group.Key, group => (IReadOnlyList<Fact>)[.. group])).Of(Facts.Ann);

    public static Period Days(int count) => new(count, PeriodUnit.Day);

    public static CircumstanceReported Circumstance(string record, string day, string code, string source = "magda", CitizenRef? citizen = null, params (string, string)[] attributes) =>
        new CircumstanceReported { OccurredAt = Facts.At(day), Code = code, Attributes = attributes.ToDictionary(pair => pair.Item1, pair => pair.Item2) }.As(record, "k", source: source, citizen: citizen);

    public static BenefitGranted Granted(string record, string day, string benefit, string right = "r", string? until = null) =>
        new BenefitGranted { OccurredAt = Facts.At(day), Benefit = benefit, Right = right, Until = until is null ? null : DateOnly.Parse(until) }.As(record, "k");

    public static BenefitEnded BenefitEnds(string record, string day, string benefit, string right = "r") =>
        new BenefitEnded { OccurredAt = Facts.At(day), Benefit = benefit, Right = right, EndedOn = DateOnly.Parse(day) }.As(record, "k");

    public static HouseholdChanged Household(string record, string day, CitizenRef about, params CitizenRef[] members) =>
        new HouseholdChanged { OccurredAt = Facts.At(day), Members = [.. members.Select(member => new HouseholdMember { Citizen = member })] }.As(record, "household", citizen: about);
}
