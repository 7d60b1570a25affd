using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Rules.Fields;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Core.Tests.Given;

/// <summary>Random rules that use all of the language, together with the default ones.</summary>
internal sealed class AnyRules(Random random)
{
    public static readonly Partner[] Partners =
    [
        new("ocmw-gent", PartnerRole.Ocmw, new HashSet<NisCode> { NisCode.Parse("44021") }, new HashSet<string>(), "inbox"),
        new("caw-gent", PartnerRole.Caw, new HashSet<NisCode> { NisCode.Parse("44021") }, new HashSet<string>(), "inbox"),
    ];

    private static readonly string[] Values =
        ["leefloon", "werkloosheidsuitkering", "vrijlating", "vertraagde-uitbetaling", "IMP", "STU", "OTH", "r1", "s1", "j1", "f1", "magda", "ocmw", "44021", "Home", "10", "4", "wonen", "true", "108", "ocmw-gent", "opvangadres"];

    private static readonly string[] Running =
        ["employment-started", "benefit-granted", "hospital-admitted", "support-file-opened", "insurance-membership-changed", "benefit-suspended", "circumstance-reported"];

    private static readonly Dictionary<string, string> NoWords = [];

    public RuleSet Set(int rules) => new([.. DefaultRules.All, .. Enumerable.Range(0, rules).Select(Rule)], Partners);

    private Rule Rule(int number)
    {
        var contract = One([.. FactFields.Contracts]);
        var counts = random.Next(5) == 0;
        return new Rule
        {
            Id = $"rule-{number}",
            Moment = $"moment-{number}",
            Title = NoWords,
            Text = NoWords,
            Recipients = [PartnerRole.Ocmw],
            When = new Trigger
            {
                Contract = contract,
                Of = random.Next(3) == 0 ? Whose.Household : Whose.Citizen,
                Where = Tests(contract, random.Next(3) - 1),
                At = random.Next(4) == 0 ? FactFields.Of(contract).Values.Where(field => field.Kind == FieldKind.Date).Select(field => field.Name).OrderBy(_ => random.Next()).First() : null,
                Plus = random.Next(6) == 0 ? One(new Period(18, PeriodUnit.Year), new Period(3, PeriodUnit.Week)) : null,
                Only = One(Which.All, Which.All, Which.First, Which.Last),
                Count = counts ? 2 : 1,
                Within = counts ? AnyPeriod() : null,
            },
            And = random.Next(3) == 0 ? [Condition(contract)] : [],
            Unless = random.Next(2) == 0 ? [Condition(contract)] : [],
            Wait = random.Next(3) == 0 ? AnyPeriod() : null,
            Who = Who(),
            StaleAfter = random.Next(3) == 0 ? AnyPeriod() : Core.Rules.Rule.UsualStaleness,
            SameWithin = One(Core.Rules.Rule.UsualSame, new Period(0, PeriodUnit.Day), new Period(1, PeriodUnit.Month)),
        };
    }

    private FactCondition Condition(string anchor)
    {
        var runs = random.Next(2) == 0;
        var contract = runs ? One(Running) : One([.. FactFields.Contracts]);
        var same = FactFields.Of(contract).Keys.Intersect(FactFields.Of(anchor).Keys).Where(field => !field.StartsWith("attributes", StringComparison.Ordinal)).ToList();
        return new FactCondition
        {
            Contract = contract,
            Of = random.Next(4) == 0 ? Whose.Household : Whose.Citizen,
            Where = Tests(contract, random.Next(3) - 1),
            IsRunning = runs,
            Before = random.Next(3) == 0 ? AnyPeriod() : null,
            After = random.Next(3) == 0 ? AnyPeriod() : null,
            Same = random.Next(6) == 0 && same.Count > 0 ? [One([.. same])] : [],
        };
    }

    private List<FieldTest> Tests(string contract, int count)
    {
        var tests = new List<FieldTest>();
        for (; count > 0; count--)
        {
            var field = One([.. FactFields.Of(contract).Values]);
            var name = field.Kind == FieldKind.Attributes ? "attributes.days" : field.Name;
            tests.Add(random.Next(5) switch
            {
                0 => new FieldTest(name) { Known = random.Next(2) == 0 },
                1 when field.Kind == FieldKind.Date => new FieldTest(name) { From = "2026-06-01" },
                2 when field.Kind == FieldKind.Attributes => new FieldTest(name) { From = "30", To = "80" },
                3 => new FieldTest(name) { NotIn = [One(Values), One(Values)] },
                _ => new FieldTest(name) { In = [.. Enumerable.Range(0, 9).Select(_ => One(Values)).Distinct()] },
            });
        }

        return tests;
    }

    private PersonCondition Who() => random.Next(3) > 0 ? PersonCondition.Anyone : new PersonCondition
    {
        AgeFrom = random.Next(3) == 0 ? 15 : null,
        AgeUnder = random.Next(3) == 0 ? 20 : null,
        LivesAlone = random.Next(4) == 0 ? random.Next(2) == 0 : null,
        MinorChildren = random.Next(4) == 0 ? random.Next(2) == 0 : null,
        Municipalities = random.Next(4) == 0 ? [NisCode.Parse("44021")] : [],
        KnownTo = random.Next(3) == 0 ? new Dictionary<PartnerRole, bool> { [PartnerRole.Ocmw] = random.Next(2) == 0 } : new Dictionary<PartnerRole, bool>(),
    };

    private Period AnyPeriod() => One(new Period(0, PeriodUnit.Day), new Period(14, PeriodUnit.Day), new Period(2, PeriodUnit.Month), new Period(1, PeriodUnit.Year), new Period(36, PeriodUnit.Hour));

    private T One<T>(params T[] values) => values[random.Next(values.Length)];
}
